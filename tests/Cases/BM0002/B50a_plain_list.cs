// B50 A plain list is filled by several items at once
// verdict: blocked
// blocker: 'names' is changed by several items at once without protection
// message: The calls of 'CompleteChatAsync' could be one batch, but 'names' is changed by several items at once without protection
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Ships;

public sealed class Registrar(ChatClient client)
{
    public async Task<List<string>> NameAsync(IEnumerable<string> hulls)
    {
        var names = new List<string>();
        await Task.WhenAll(hulls.Select(async hull =>
        {
            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync(new UserChatMessage($"Name the ship: {hull}"));
            /*why*/names.Add(completion.Content[0].Text);
        }));
        return names;
    }
}
