// F74d An early return before the try, a default text in the catch, a void helper
// verdict: fixed
// message: 'WriteAsync' is called for one item at a time; 'WriteBatchAsync' sends them together
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Podcasts;

public sealed class Episode(string title, string transcript)
{
    public string Title { get; } = title;

    public string Transcript { get; } = transcript;

    public string ShowNotes { get; set; } = "to be written";
}

public sealed class ShowNotes(IChatClient chat)
{
    public async Task WriteAllAsync(IReadOnlyList<Episode> episodes, CancellationToken cancellationToken)
    {
        foreach (var episode in episodes)
        {
            await /*BM0003*/WriteAsync(episode, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(Episode episode, CancellationToken cancellationToken)
    {
        if (episode.Transcript.Length == 0)
        {
            return; // not transcribed yet
        }

        try
        {
            var response = await chat.GetResponseAsync("Show notes for: " + episode.Transcript, cancellationToken: cancellationToken).ConfigureAwait(false);
            episode.ShowNotes = response.Text;
        }
        catch (HttpRequestException)
        {
            episode.ShowNotes = "See the transcript.";
        }
    }
}
//// run
Episode[] episodes = [new("One", "about bees"), new("Two", ""), new("Three", "about wax"), new("Four", "about smoke")];
try
{
    await new ShowNotes(chat).WriteAllAsync(episodes, cancellationToken);
}
finally
{
    foreach (var episode in episodes)
    {
        Log(episode.Title + ": " + episode.ShowNotes);
    }
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Podcasts;

public sealed class Episode(string title, string transcript)
{
    public string Title { get; } = title;

    public string Transcript { get; } = transcript;

    public string ShowNotes { get; set; } = "to be written";
}

public sealed class ShowNotes(IChatClient chat)
{
    public async Task WriteAllAsync(IReadOnlyList<Episode> episodes, CancellationToken cancellationToken)
    {
        await WriteBatchAsync(episodes, cancellationToken).ConfigureAwait(false);
    }

    private async Task WriteBatchAsync(IEnumerable<Episode> episodes, CancellationToken cancellationToken)
    {
        var pending = episodes.ToList();
        var batch = await chat.CompleteBatchAsync(pending, episode =>
        {
            if (episode.Transcript.Length == 0)
            {
                return null;
            }

            return "Show notes for: " + episode.Transcript;
        }, cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (var (episode, item) in pending.Zip(batch))
        {
            if (item.Skipped)
            {
                continue; // not transcribed yet
            }

            try
            {
                var response = item.Response;
                episode.ShowNotes = response.Text;
            }
            catch (HttpRequestException)
            {
                episode.ShowNotes = "See the transcript.";
            }
        }
    }
}
