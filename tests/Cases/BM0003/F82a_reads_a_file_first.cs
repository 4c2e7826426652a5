// F82a The helper awaits the reading of a file before the call
// verdict: fixed
// message: 'SummariseFileAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Attic;

public sealed class FileSummaries(IChatClient chat)
{
    public async Task<List<string>> SummariseAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var summaries = new List<string>();
        foreach (var path in paths)
        {
            summaries.Add(await /*BM0003*/SummariseFileAsync(path, cancellationToken));
        }

        return summaries;
    }

    private async Task<string> SummariseFileAsync(string path, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        var response = await chat.GetResponseAsync("Summarise: " + text, cancellationToken: cancellationToken);
        return response.Text;
    }
}
//// run
{
    var folder = System.IO.Directory.CreateTempSubdirectory();
    try
    {
        var paths = new List<string>();
        foreach (var text in new[] { "a will", "a map", "a bill", "a poem" })
        {
            paths.Add(System.IO.Path.Combine(folder.FullName, paths.Count + ".txt"));
            System.IO.File.WriteAllText(paths[^1], text);
        }

        Log(string.Join("|", await new FileSummaries(chat).SummariseAsync(paths, cancellationToken)));
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}
//// fixed
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Attic;

public sealed class FileSummaries(IChatClient chat)
{
    public async Task<List<string>> SummariseAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var summaries = new List<string>();
        var batch = await Batch.RunAsync(
            paths,
            (path, ct) => SummariseFileAsync(path, ct),
            cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            summaries.Add(item.Response);
        }

        return summaries;
    }

    private async Task<string> SummariseFileAsync(string path, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        var response = await chat.GetResponseAsync("Summarise: " + text, cancellationToken: cancellationToken);
        return response.Text;
    }
}
