// F60 Chunk by chunk, the answers gathered in a list
// verdict: fixed
// message: These 'CompleteChatAsync' requests are fanned out by hand; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Subtitles;

public sealed class SubtitleTranslator(ChatClient client)
{
    public async Task<List<string>> TranslateAsync(IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        var translated = new List<string>(lines.Count);
        foreach (var chunk in lines.Chunk(20))
        {
            translated.AddRange(await Task.WhenAll(chunk.Select(async line =>
            {
                var result = await /*BM0002*/client.CompleteChatAsync([new SystemChatMessage("Into Danish."), new UserChatMessage(line)], cancellationToken: cancellationToken);
                return result.Value.Content[0].Text;
            })));
        }

        return translated;
    }
}
//// run
foreach (var line in await new SubtitleTranslator(client).TranslateAsync([.. Enumerable.Range(1, 23).Select(static i => $"Line {i}")], cancellationToken))
{
    Log(line);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Subtitles;

public sealed class SubtitleTranslator(ChatClient client)
{
    public async Task<List<string>> TranslateAsync(IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        var translated = new List<string>(lines.Count);
        var batch = await client.CompleteBatchAsync(
            lines,
            line => [new SystemChatMessage("Into Danish."), new UserChatMessage(line)],
            batchOptions: new BatchOptions { MaxConcurrency = 20 },
            cancellationToken: cancellationToken);
        translated.AddRange(batch.Map(result => result.Value.Content[0].Text).GetResponses());

        return translated;
    }
}
