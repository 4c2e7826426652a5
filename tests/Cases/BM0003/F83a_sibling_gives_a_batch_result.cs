// F83a The helper's class has a method for many already: it gives a BatchResult
// verdict: fixed
// message: 'HeadlineAsync' is called for one item at a time; 'HeadlineBatchAsync' sends them together
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Feeds;

public sealed class Story(string text)
{
    public string Text { get; } = text;

    public string? Headline { get; set; }
}

public sealed class HeadlineService(IChatClient chat)
{
    public async Task<string> HeadlineAsync(string text, CancellationToken cancellationToken = default) =>
        (await HeadlineBatchAsync([text], cancellationToken))[0].Response;

    public async Task<BatchResult<string>> HeadlineBatchAsync(IEnumerable<string> texts, CancellationToken cancellationToken = default)
    {
        var batch = await chat.CompleteBatchAsync(
            texts, text => [new ChatMessage(ChatRole.User, "A headline for: " + text)], cancellationToken: cancellationToken);
        return batch.Map(response => response.Text);
    }
}

public sealed class StoryDesk(HeadlineService headlines)
{
    public async Task FillAsync(IReadOnlyList<Story> stories, CancellationToken cancellationToken)
    {
        foreach (var story in stories)
        {
            try
            {
                story.Headline = await /*BM0003*/headlines.HeadlineAsync(story.Text, cancellationToken);
            }
            catch (HttpRequestException)
            {
                story.Headline = "News";
            }
        }
    }
}
//// run
Story[] stories = [new("A cow won."), new("The lift stopped."), new("Snow fell in May."), new("Two kings met.")];
try
{
    await new StoryDesk(new HeadlineService(chat)).FillAsync(stories, cancellationToken);
}
finally
{
    Log(string.Join("|", stories.Select(story => story.Headline ?? "none")));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Feeds;

public sealed class Story(string text)
{
    public string Text { get; } = text;

    public string? Headline { get; set; }
}

public sealed class HeadlineService(IChatClient chat)
{
    public async Task<string> HeadlineAsync(string text, CancellationToken cancellationToken = default) =>
        (await HeadlineBatchAsync([text], cancellationToken))[0].Response;

    public async Task<BatchResult<string>> HeadlineBatchAsync(IEnumerable<string> texts, CancellationToken cancellationToken = default)
    {
        var batch = await chat.CompleteBatchAsync(
            texts, text => [new ChatMessage(ChatRole.User, "A headline for: " + text)], cancellationToken: cancellationToken);
        return batch.Map(response => response.Text);
    }
}

public sealed class StoryDesk(HeadlineService headlines)
{
    public async Task FillAsync(IReadOnlyList<Story> stories, CancellationToken cancellationToken)
    {
        var batch = await headlines.HeadlineBatchAsync(stories.Select(story => story.Text), cancellationToken);
        foreach (var (story, item) in stories.Zip(batch))
        {
            try
            {
                story.Headline = item.Response;
            }
            catch (HttpRequestException)
            {
                story.Headline = "News";
            }
        }
    }
}
