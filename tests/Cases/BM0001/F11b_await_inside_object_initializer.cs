// F11b The await stands inside an object initializer
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'article', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Search;

public sealed class IndexEntry
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    public string Summary { get; init; } = "";

    public int Length { get; init; }
}

public sealed class IndexBuilder(IChatClient chat, ChatOptions options)
{
    public async Task<List<IndexEntry>> BuildAsync(IReadOnlyDictionary<string, string> articles, CancellationToken cancellationToken)
    {
        var entries = new List<IndexEntry>();
        foreach (var article in articles)
        {
            entries.Add(new IndexEntry
            {
                Id = article.Key,
                Text = article.Value,
                Summary = (await /*BM0001*/chat.GetResponseAsync("Summarise: " + article.Value, options, cancellationToken)).Text,
                Length = article.Value.Length,
            });
        }

        return entries;
    }
}
//// run
var articles = new SortedDictionary<string, string> { ["a"] = "Granite is hard.", ["b"] = "Chalk is soft.", ["c"] = "Slate splits." };
foreach (var entry in await new IndexBuilder(chat, new ChatOptions()).BuildAsync(articles, cancellationToken))
{
    Log($"{entry.Id} {entry.Text} {entry.Summary} {entry.Length}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Search;

public sealed class IndexEntry
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    public string Summary { get; init; } = "";

    public int Length { get; init; }
}

public sealed class IndexBuilder(IChatClient chat, ChatOptions options)
{
    public async Task<List<IndexEntry>> BuildAsync(IReadOnlyDictionary<string, string> articles, CancellationToken cancellationToken)
    {
        var entries = new List<IndexEntry>();
        var batch = await chat.CompleteBatchAsync(
            articles.Select(article => "Summarise: " + article.Value),
            options,
            cancellationToken: cancellationToken);
        foreach (var (article, item) in articles.Zip(batch))
        {
            entries.Add(new IndexEntry
            {
                Id = article.Key,
                Text = article.Value,
                Summary = item.Response.Text,
                Length = article.Value.Length,
            });
        }

        return entries;
    }
}
