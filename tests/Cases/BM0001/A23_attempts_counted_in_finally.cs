// A23 A number in the prompt is counted in a finally
// verdict: blocked
// blocker: 'sent' is changed
// message: The calls of 'CompleteChatAsync' could be one batch, but 'sent' is changed on line 27 after the call and needed on line 18 before the next one
// why: the next prompt names how many were sent before, whether they failed or not
using System.ClientModel;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class Mailing(ChatClient client)
{
    public async Task<List<string?>> WriteAsync(IEnumerable<string> names)
    {
        var letters = new List<string?>();
        var sent = 0;
        foreach (var name in names)
        {
            try
            {
                ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync($"Letter no. {/*why*/sent + 1} to {name}");
                letters.Add(completion.Content[0].Text);
            }
            catch (ClientResultException)
            {
                letters.Add(null);
            }
            finally
            {
                /*why*/sent++;
            }
        }

        return letters;
    }
}
