// A51 One message object gets new contents for each item
// verdict: blocked
// blocker: 'user
// message: The calls of 'GetResponseAsync' could be one batch, but 'user' is changed on line 16 before the call and used on line 17 when later items have already changed it again
// why: the lists are new but hold the same message object, which has the last item's text once all are prepared
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class AltTexts(IChatClient chat)
{
    public async Task<List<string>> WriteAsync(IEnumerable<string> descriptions)
    {
        var system = new ChatMessage(ChatRole.System, "Write an alternative text.");
        var user = new ChatMessage(ChatRole.User, "");
        var texts = new List<string>();
        foreach (var description in descriptions)
        {
            /*why*/user.Contents = [new TextContent(description)];
            var response = await /*BM0010*//*why*/chat.GetResponseAsync([system, user]);
            texts.Add(response.Text);
        }

        return texts;
    }
}
