// A150i A number is read before the call, and whoever has none is not asked about
// verdict: blocked
// blocker: the request is prepared inside a 'try' that would see what its preparation throws
// message: The calls of 'CompleteChatAsync' could be one batch, but the request is prepared inside a 'try' that would see what its preparation throws
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Harbours;

public sealed class Buoy(string name, string depth)
{
    public string Name { get; } = name;

    public string Depth { get; } = depth;

    public string Note { get; set; } = "";
}

public sealed class Pilot(ChatClient client)
{
    public async Task NoteAsync(IReadOnlyList<Buoy> buoys)
    {
        foreach (var buoy in buoys)
        {
            try
            {
                var depth = /*why*/int.Parse(buoy.Depth, CultureInfo.InvariantCulture);
                ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync([new UserChatMessage("What marks " + buoy.Name + "?")]);
                buoy.Note = depth + " m: " + completion.Content[0].Text;
            }
            catch (FormatException)
            {
                buoy.Note = "not measured";
            }
        }
    }
}
