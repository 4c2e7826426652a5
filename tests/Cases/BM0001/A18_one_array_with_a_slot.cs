// A18 One message array whose second slot is replaced for each item
// verdict: blocked
// blocker: 'messages' is changed
// message: The calls of 'GetResponseAsync' could be one batch, but 'messages' is changed on line 18 before the call and used on line 19 when later items have already changed it again
// why: the requests share the array
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class SloganWriter(IChatClient chat)
{
    private static readonly ChatMessage Instruction = new(ChatRole.System, "One slogan.");

    public async Task WriteAsync(IReadOnlyList<string> products, string[] slogans, CancellationToken cancellationToken)
    {
        var messages = new ChatMessage[2];
        messages[0] = Instruction;
        for (var i = 0; i < products.Count; i++)
        {
            /*why*/messages[1] = new ChatMessage(ChatRole.User, products[i]);
            var response = await /*BM0010*//*why*/chat.GetResponseAsync(messages, cancellationToken: cancellationToken);
            slogans[i] = response.Text;
        }
    }
}
