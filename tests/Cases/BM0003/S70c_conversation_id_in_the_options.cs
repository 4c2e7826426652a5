// S70c The helper keeps the conversation's id in a field
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Concierge;

public sealed class Desk(IChatClient chat)
{
    private string? _conversation;

    public async Task<Dictionary<string, string>> ServeAsync(IReadOnlyList<string> wishes)
    {
        var replies = new Dictionary<string, string>();
        foreach (var wish in wishes)
        {
            replies[wish] = await ReplyAsync(wish);
        }

        return replies;
    }

    private async Task<string> ReplyAsync(string wish)
    {
        var response = await chat.GetResponseAsync(wish, new ChatOptions { ConversationId = _conversation });
        _conversation = response.ConversationId;
        return response.Text;
    }
}
