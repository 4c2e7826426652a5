// F81a A generic helper whose type argument is inferred
// verdict: fixed
// message: 'TitleOfAsync' is called for one item at a time; 'TitleOfBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Wiki;

public interface IHasText
{
    string Text { get; }
}

public sealed record Page(string Title, string Text) : IHasText;

public sealed record Talk(string Speaker, string Text) : IHasText;

public sealed class Titles(IChatClient chat)
{
    public async Task<List<(Page Page, string Title)>> ForPagesAsync(IReadOnlyList<Page> pages, CancellationToken cancellationToken)
    {
        var titles = new List<(Page, string)>();
        foreach (var page in pages)
        {
            titles.Add((page, await /*BM0003*/TitleOfAsync(page, cancellationToken)));
        }

        return titles;
    }

    public Task<string> ForTalkAsync(Talk talk, CancellationToken cancellationToken) => TitleOfAsync(talk, cancellationToken);

    private async Task<string> TitleOfAsync<T>(T source, CancellationToken cancellationToken)
        where T : IHasText
    {
        var response = await chat.GetResponseAsync($"A title for this {typeof(T).Name}: {source.Text}", cancellationToken: cancellationToken);
        return response.Text;
    }
}
//// run
var titles = new Titles(chat);
Log(await titles.ForTalkAsync(new Talk("Vi", "on knots"), cancellationToken));
foreach (var (page, title) in await titles.ForPagesAsync([new("a", "on rope"), new("b", "on sail"), new("c", "on tar")], cancellationToken))
{
    Log(page.Title + ": " + title);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Wiki;

public interface IHasText
{
    string Text { get; }
}

public sealed record Page(string Title, string Text) : IHasText;

public sealed record Talk(string Speaker, string Text) : IHasText;

public sealed class Titles(IChatClient chat)
{
    public async Task<List<(Page Page, string Title)>> ForPagesAsync(IReadOnlyList<Page> pages, CancellationToken cancellationToken)
    {
        var titles = new List<(Page, string)>();
        var batch = await TitleOfBatchAsync(pages, cancellationToken);
        foreach (var (page, item) in pages.Zip(batch))
        {
            titles.Add((page, item.Response));
        }

        return titles;
    }

    public Task<string> ForTalkAsync(Talk talk, CancellationToken cancellationToken) => TitleOfAsync(talk, cancellationToken);

    private async Task<string> TitleOfAsync<T>(T source, CancellationToken cancellationToken)
        where T : IHasText =>
        (await TitleOfBatchAsync<T>([source], cancellationToken))[0].Response;

    /// <summary>Does what <c>TitleOfAsync</c> does, for many sources in one batch: an outcome for each, in their order.</summary>
    private async Task<BatchResult<string>> TitleOfBatchAsync<T>(IEnumerable<T> sources, CancellationToken cancellationToken)
        where T : IHasText
    {
        var batch = await chat.CompleteBatchAsync(
            sources,
            source => $"A title for this {typeof(T).Name}: {source.Text}",
            cancellationToken: cancellationToken);
        return batch.Map(response => response.Text);
    }
}
