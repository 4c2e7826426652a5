// F20a await foreach over a source: the streaming form
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'entry', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Feeds;

public sealed record FeedItem(string Link, string Body);

public sealed class FeedSummariser(ChatClient client, ChatCompletionOptions options)
{
    public async Task<Dictionary<string, string>> SummariseAsync(IAsyncEnumerable<FeedItem> feed, CancellationToken cancellationToken)
    {
        var summaries = new Dictionary<string, string>();
        await foreach (var entry in feed)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                [new SystemChatMessage("Two sentences."), new UserChatMessage(entry.Body)], options, cancellationToken);
            summaries[entry.Link] = completion.Content[0].Text;
        }

        return summaries;
    }
}
//// run
static async IAsyncEnumerable<FeedItem> ReadAsync()
{
    foreach (var number in Enumerable.Range(1, 4))
    {
        await Task.Yield();
        yield return new FeedItem("/news/" + number, new string('x', number));
    }
}

foreach (var (link, summary) in await new FeedSummariser(client, new ChatCompletionOptions()).SummariseAsync(ReadAsync(), cancellationToken))
{
    Log(link + " " + summary);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Feeds;

public sealed record FeedItem(string Link, string Body);

public sealed class FeedSummariser(ChatClient client, ChatCompletionOptions options)
{
    public async Task<Dictionary<string, string>> SummariseAsync(IAsyncEnumerable<FeedItem> feed, CancellationToken cancellationToken)
    {
        var summaries = new Dictionary<string, string>();
        await foreach (var (entry, item) in client.CompleteBatchStreamingAsync(
            feed,
            entry => [new SystemChatMessage("Two sentences."), new UserChatMessage(entry.Body)],
            options,
            cancellationToken: cancellationToken))
        {
            ChatCompletion completion = item.Response;
            summaries[entry.Link] = completion.Content[0].Text;
        }

        return summaries;
    }
}
