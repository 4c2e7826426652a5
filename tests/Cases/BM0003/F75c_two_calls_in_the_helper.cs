// F75c The helper asks twice, the second time about the first answer
// verdict: fixed
// message: 'WriteAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Publishing;

public sealed record Teaser(string Title, string Text);

public sealed class TeaserWriter(IChatClient chat)
{
    public async Task<List<Teaser>> WriteAllAsync(IReadOnlyDictionary<string, string> manuscripts, CancellationToken cancellationToken)
    {
        var teasers = new List<Teaser>();
        foreach (var manuscript in manuscripts)
        {
            teasers.Add(new Teaser(manuscript.Key, await /*BM0003*/WriteAsync(manuscript.Value, cancellationToken)));
        }

        return teasers;
    }

    private async Task<string> WriteAsync(string text, CancellationToken cancellationToken)
    {
        var summary = await chat.GetResponseAsync("Summarise: " + text, cancellationToken: cancellationToken);
        var teaser = await chat.GetResponseAsync("A teaser for a book about this: " + summary.Text, cancellationToken: cancellationToken);
        return teaser.Text;
    }
}
//// run
var manuscripts = new Dictionary<string, string> { ["Ice"] = "A ship is stuck.", ["Sand"] = "A well runs dry.", ["Salt"] = "A mine is sold." };
foreach (var teaser in await new TeaserWriter(chat).WriteAllAsync(manuscripts, cancellationToken))
{
    Log(teaser);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Publishing;

public sealed record Teaser(string Title, string Text);

public sealed class TeaserWriter(IChatClient chat)
{
    public async Task<List<Teaser>> WriteAllAsync(IReadOnlyDictionary<string, string> manuscripts, CancellationToken cancellationToken)
    {
        var teasers = new List<Teaser>();
        var batch = await Batch.RunAsync(
            manuscripts,
            (manuscript, ct) => WriteAsync(manuscript.Value, ct),
            cancellationToken: cancellationToken);
        foreach (var (manuscript, item) in manuscripts.Zip(batch))
        {
            teasers.Add(new Teaser(manuscript.Key, item.Response));
        }

        return teasers;
    }

    private async Task<string> WriteAsync(string text, CancellationToken cancellationToken)
    {
        var summary = await chat.GetResponseAsync("Summarise: " + text, cancellationToken: cancellationToken);
        var teaser = await chat.GetResponseAsync("A teaser for a book about this: " + summary.Text, cancellationToken: cancellationToken);
        return teaser.Text;
    }
}
