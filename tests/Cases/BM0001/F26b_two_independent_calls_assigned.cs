// F26b Two independent calls, each assigned to a property of the item at once
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'episode', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Podcasts;

public sealed class Episode
{
    public required string Transcript { get; init; }

    public string Title { get; set; } = "";

    public string ShowNotes { get; set; } = "";
}

public sealed class EpisodePublisher(IChatClient chat)
{
    public async Task PrepareAsync(IList<Episode> episodes, CancellationToken cancellationToken)
    {
        foreach (var episode in episodes)
        {
            episode.Title = (await /*BM0001*/chat.GetResponseAsync("Title: " + episode.Transcript, cancellationToken: cancellationToken)).Text;
            episode.ShowNotes = (await chat.GetResponseAsync("Show notes: " + episode.Transcript, cancellationToken: cancellationToken)).Text;
        }
    }
}
//// run
var episodes = new[] { "on bees", "on clocks", "on salt" }.Select(text => new Episode { Transcript = text }).ToList();
await new EpisodePublisher(chat).PrepareAsync(episodes, cancellationToken);
Log(string.Join("|", episodes.Select(episode => episode.Title + "/" + episode.ShowNotes)));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Podcasts;

public sealed class Episode
{
    public required string Transcript { get; init; }

    public string Title { get; set; } = "";

    public string ShowNotes { get; set; } = "";
}

public sealed class EpisodePublisher(IChatClient chat)
{
    public async Task PrepareAsync(IList<Episode> episodes, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(
            episodes.Select(episode => "Title: " + episode.Transcript),
            cancellationToken: cancellationToken);
        var pending = new List<(Episode episode, BatchItem<ChatResponse> item)>();
        var prompts = new List<string>();
        foreach (var (episode, item) in episodes.Zip(batch))
        {
            pending.Add((episode, item));
            prompts.Add("Show notes: " + episode.Transcript);
        }

        var batch2 = await chat.CompleteBatchAsync(prompts, cancellationToken: cancellationToken);
        foreach (var ((episode, item), item2) in pending.Zip(batch2))
        {
            episode.Title = item.Response.Text;
            episode.ShowNotes = item2.Response.Text;
        }
    }
}
