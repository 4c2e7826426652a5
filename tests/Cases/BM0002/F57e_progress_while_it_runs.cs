// F57 Progress is told while the calls run, so the body stays whole
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'Batch.RunAsync' sends them together, a bounded number at a time
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Imports;

public sealed class Row
{
    public required string Raw { get; init; }

    public string? Country { get; set; }
}

public sealed class Importer(IChatClient chat)
{
    public async Task<int> RunAsync(Row[] rows, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var done = 0;
        await Task.WhenAll(rows.Select(async row =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Country of: {row.Raw}", cancellationToken: cancellationToken);
            row.Country = response.Text;
            progress.Report(Interlocked.Increment(ref done));
        }));
        return done;
    }
}
//// run
Row[] rows = [new() { Raw = "Bergen" }, new() { Raw = "Graz" }, new() { Raw = "Lodz" }];
Log(await new Importer(chat).RunAsync(rows, new Progress<int>(), cancellationToken));
Log(string.Join("/", rows.Select(static r => r.Country)));
//// fixed
using System;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Imports;

public sealed class Row
{
    public required string Raw { get; init; }

    public string? Country { get; set; }
}

public sealed class Importer(IChatClient chat)
{
    public async Task<int> RunAsync(Row[] rows, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var done = 0;
        var batch = await Batch.RunAsync(rows, async (row, _) =>
        {
            var response = await chat.GetResponseAsync($"Country of: {row.Raw}", cancellationToken: cancellationToken);
            row.Country = response.Text;
            progress.Report(Interlocked.Increment(ref done));
        }, cancellationToken: cancellationToken);
        batch.ThrowIfFailed();
        return done;
    }
}
