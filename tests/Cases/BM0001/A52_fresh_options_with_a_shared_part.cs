// A52 Fresh options for each item that share a list of stop words
// verdict: blocked
// blocker: 'stops' is changed
// message: The calls of 'GetResponseAsync' could be one batch, but 'stops' is changed on line 17 before the call and used on line 19 when later items have already changed it again
// why: the options are new but hold one list, which is refilled for each item
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed record Dialect(string Name, string[] StopWords);

public sealed class DialectWriter(IChatClient chat)
{
    public async Task<Dictionary<string, string>> WriteAsync(Dialect[] dialects, string sentence)
    {
        var stops = new List<string>();
        var versions = new Dictionary<string, string>();
        for (var i = 0; i < dialects.Length; i++)
        {
            /*why*/stops.Clear();
            stops.AddRange(dialects[i].StopWords);
            var response = await /*BM0010*//*why*/chat.GetResponseAsync(sentence, new ChatOptions { StopSequences = stops });
            versions[dialects[i].Name] = response.Text;
        }

        return versions;
    }
}
