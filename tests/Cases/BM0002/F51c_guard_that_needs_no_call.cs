// F51 Items that need no call, in a body that returns early
// verdict: fixed
// message: These 'CompleteChatAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Localisation;

public sealed class Translator(ChatClient client)
{
    public async Task<string[]> TranslateAsync(List<string> labels, string language, CancellationToken cancellationToken)
    {
        return await Task.WhenAll(labels.Select(async label =>
        {
            if (string.IsNullOrWhiteSpace(label))
            {
                return label;
            }

            var result = await /*BM0002*/client.CompleteChatAsync([new UserChatMessage($"Translate into {language}: {label}")], cancellationToken: cancellationToken);
            return result.Value.Content[0].Text;
        }));
    }
}
//// run
foreach (var label in await new Translator(client).TranslateAsync(["Open", " ", "Close", "Save"], "Welsh", cancellationToken))
{
    Log(label);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Localisation;

public sealed class Translator(ChatClient client)
{
    public async Task<string[]> TranslateAsync(List<string> labels, string language, CancellationToken cancellationToken)
    {
        var batch = await client.CompleteBatchAsync(labels, label =>
        {
            if (string.IsNullOrWhiteSpace(label))
            {
                return null;
            }

            return [new UserChatMessage($"Translate into {language}: {label}")];
        }, cancellationToken: cancellationToken);
        return batch.Map(labels, (label, item) =>
        {
            if (item.Skipped)
            {
                return label;
            }

            var result = item.Response;
            return result.Value.Content[0].Text;
        }).GetResponses();
    }
}
