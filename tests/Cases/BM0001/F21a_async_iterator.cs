// F21a An async iterator that yields each answer: the streaming form
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'chapter', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using OpenAI.Chat;

namespace Streams;

public sealed class ChapterSummaries(ChatClient client)
{
    public async IAsyncEnumerable<string> SummariseAsync(IEnumerable<string> chapters, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var chapter in chapters)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                [new SystemChatMessage("Summarise the chapter."), new UserChatMessage(chapter)], cancellationToken: cancellationToken);
            yield return completion.Content[0].Text;
        }
    }
}
//// run
string[] chapters = ["They set out.", "They are lost.", "They come home.", "They tell."];
await foreach (var summary in new ChapterSummaries(client).SummariseAsync(chapters, cancellationToken))
{
    Log(summary);
}
//// fixed
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using BatchMigrate;
using OpenAI.Chat;

namespace Streams;

public sealed class ChapterSummaries(ChatClient client)
{
    public async IAsyncEnumerable<string> SummariseAsync(IEnumerable<string> chapters, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var (_, item) in client.CompleteBatchStreamingAsync(
            chapters,
            chapter => [new SystemChatMessage("Summarise the chapter."), new UserChatMessage(chapter)],
            cancellationToken: cancellationToken))
        {
            ChatCompletion completion = item.Response;
            yield return completion.Content[0].Text;
        }
    }
}
