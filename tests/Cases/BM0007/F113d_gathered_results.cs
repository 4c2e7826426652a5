// F113d A stream of results that is gathered, or of which the first is taken
// verdict: fixed
// message: 'SearchAsync' is called for one query at a time; 'Batch.RunAsync' sends them together
// uses: Microsoft.Extensions.VectorData.Abstractions
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

public sealed class Part
{
    [VectorStoreKey]
    public string Number { get; set; } = "";
}

public sealed class PartFinder(VectorStoreCollection<string, Part> parts)
{
    public async Task<List<List<VectorSearchResult<Part>>>> FindAllAsync(IReadOnlyList<string> descriptions, CancellationToken cancellationToken)
    {
        var all = new List<List<VectorSearchResult<Part>>>();
        foreach (var description in descriptions)
        {
            all.Add(await /*BM0007*/parts.SearchAsync(description, 3).ToListAsync(cancellationToken));
        }

        return all;
    }

    public async Task<List<string?>> FindAsync(IEnumerable<string> descriptions)
    {
        var numbers = new List<string?>();
        foreach (var description in descriptions)
        {
            var nearest = await /*BM0007*/parts.SearchAsync(description.Trim(), top: 1).FirstOrDefaultAsync();
            numbers.Add(nearest?.Record.Number);
        }

        return numbers;
    }
}
//// run
var parts = new Scripted.ScriptedCollection<Part>(Ask, p => p.Number);
await parts.UpsertAsync([new Part { Number = "7" }, new Part { Number = "8" }]);
var finder = new PartFinder(parts);
Log((await finder.FindAllAsync(["bolt", "washer"], cancellationToken)).Select(hits => string.Join(" ", hits.Select(hit => hit.Record.Number + hit.Score))));
Log(await finder.FindAsync([" bolt ", "nut"]));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.VectorData;

public sealed class Part
{
    [VectorStoreKey]
    public string Number { get; set; } = "";
}

public sealed class PartFinder(VectorStoreCollection<string, Part> parts)
{
    public async Task<List<List<VectorSearchResult<Part>>>> FindAllAsync(IReadOnlyList<string> descriptions, CancellationToken cancellationToken)
    {
        var all = new List<List<VectorSearchResult<Part>>>();
        var batch = await Batch.RunAsync(
            descriptions,
            (description, ct) => parts.SearchAsync(description, 3, cancellationToken: ct).ToListAsync(ct).AsTask(),
            cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            all.Add(item.Response);
        }

        return all;
    }

    public async Task<List<string?>> FindAsync(IEnumerable<string> descriptions)
    {
        var numbers = new List<string?>();
        var searchValues = new List<string>();
        foreach (var description in descriptions)
        {
            searchValues.Add(description.Trim());
        }

        var batch = await Batch.RunAsync(
            searchValues,
            (searchValue, ct) => parts.SearchAsync(searchValue, top: 1, cancellationToken: ct).FirstOrDefaultAsync().AsTask());
        foreach (var item in batch)
        {
            var nearest = item.Response;
            numbers.Add(nearest?.Record.Number);
        }

        return numbers;
    }
}
