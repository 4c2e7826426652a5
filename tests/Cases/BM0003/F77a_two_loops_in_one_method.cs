// F77a Two loops of one method over one helper: one method for many is added, both use it
// verdict: fixed
// message: 'NoteAsync' is called for one item at a time; 'NoteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Release;

public sealed class ReleaseNotes(IChatClient chat)
{
    public async Task<(List<string> Features, List<string> Fixes)> WriteAsync(string[] features, string[] fixes, CancellationToken cancellationToken)
    {
        var featureNotes = new List<string>();
        foreach (var change in features)
        {
            featureNotes.Add(await /*BM0003*/NoteAsync("feature", change, cancellationToken));
        }

        var fixNotes = new List<string>();
        foreach (var change in fixes)
        {
            fixNotes.Add(await /*BM0003*/NoteAsync("fix", change, cancellationToken));
        }

        return (featureNotes, fixNotes);
    }

    private async Task<string> NoteAsync(string kind, string change, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync($"One line on this {kind}: {change}", cancellationToken: cancellationToken);
        return "* " + response.Text;
    }
}
//// run
var (features, fixes) = await new ReleaseNotes(chat).WriteAsync(["dark mode", "undo", "export"], ["crash on start", "typo", "wrong sums"], cancellationToken);
Log(string.Join("|", features));
Log(string.Join("|", fixes));
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Release;

public sealed class ReleaseNotes(IChatClient chat)
{
    public async Task<(List<string> Features, List<string> Fixes)> WriteAsync(string[] features, string[] fixes, CancellationToken cancellationToken)
    {
        var featureNotes = new List<string>();
        var batch = await NoteBatchAsync("feature", features, cancellationToken);
        foreach (var item in batch)
        {
            featureNotes.Add(item.Response);
        }

        var fixNotes = new List<string>();
        var batch2 = await NoteBatchAsync("fix", fixes, cancellationToken);
        foreach (var item in batch2)
        {
            fixNotes.Add(item.Response);
        }

        return (featureNotes, fixNotes);
    }

    private async Task<string> NoteAsync(string kind, string change, CancellationToken cancellationToken) =>
        (await NoteBatchAsync(kind, [change], cancellationToken))[0].Response;

    /// <summary>Does what <c>NoteAsync</c> does, for many changes in one batch: an outcome for each, in their order.</summary>
    private async Task<BatchResult<string>> NoteBatchAsync(string kind, IEnumerable<string> changes, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(changes, change => $"One line on this {kind}: {change}", cancellationToken: cancellationToken);
        return batch.Map(response => "* " + response.Text);
    }
}
