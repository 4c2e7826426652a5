// S73b The helper shows the draft and asks for approval, in a method of another class
// verdict: silent
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Press;

public sealed class PressRoom(ChatClient client)
{
    public async Task<List<string>> PrepareAsync(IEnumerable<string> topics, CancellationToken cancellationToken)
    {
        var approved = new List<string>();
        foreach (var topic in topics)
        {
            if (await DraftAsync(topic, cancellationToken) is { } draft)
            {
                approved.Add(draft);
            }
        }

        return approved;
    }

    private async Task<string?> DraftAsync(string topic, CancellationToken cancellationToken)
    {
        ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Press release: " + topic)], cancellationToken: cancellationToken);
        var draft = completion.Content[0].Text;
        return await Approval.AskAsync(draft) ? draft : null;
    }
}
//// file Approval.cs
using System;
using System.Threading.Tasks;

namespace Press;

internal static class Approval
{
    internal static async Task<bool> AskAsync(string draft)
    {
        await Console.Out.WriteLineAsync(draft);
        var answer = await Console.In.ReadLineAsync();
        return answer is "y" or "yes";
    }
}
