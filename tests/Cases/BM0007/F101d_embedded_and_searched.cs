// F101d Each question embedded, then searched for: two fixes in a row
// verdict: fixed
// message: 'GenerateVectorAsync' is called for one input at a time; 'EmbedVectorBatchAsync' packs many into a request
// uses: Microsoft.Extensions.VectorData.Abstractions
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;

public sealed class Source
{
    [VectorStoreKey]
    public string Url { get; set; } = "";
}

public sealed class Citations(IEmbeddingGenerator<string, Embedding<float>> generator, VectorStoreCollection<string, Source> sources)
{
    public async Task<Dictionary<string, List<string>>> FindAsync(IEnumerable<string> claims, CancellationToken cancellationToken)
    {
        var citations = new Dictionary<string, List<string>>();
        foreach (var claim in claims)
        {
            var vector = await /*BM0005*/generator.GenerateVectorAsync(claim, cancellationToken: cancellationToken);
            var urls = new List<string>();
            await foreach (var hit in sources.SearchAsync(vector, top: 2, cancellationToken: cancellationToken))
            {
                urls.Add(hit.Record.Url);
            }

            citations[claim] = urls;
        }

        return citations;
    }
}
//// run
var sources = new Scripted.ScriptedCollection<Source>(Ask, s => s.Url);
await sources.UpsertAsync([new Source { Url = "a" }, new Source { Url = "b" }, new Source { Url = "c" }]);
Log((await new Citations(generator, sources).FindAsync(["Ice floats", "Rain falls"], cancellationToken)).Select(pair => $"{pair.Key}: {string.Join(" ", pair.Value)}"));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;

public sealed class Source
{
    [VectorStoreKey]
    public string Url { get; set; } = "";
}

public sealed class Citations(IEmbeddingGenerator<string, Embedding<float>> generator, VectorStoreCollection<string, Source> sources)
{
    public async Task<Dictionary<string, List<string>>> FindAsync(IEnumerable<string> claims, CancellationToken cancellationToken)
    {
        var citations = new Dictionary<string, List<string>>();
        var pending = claims.ToList();
        var batch = await generator.EmbedVectorBatchAsync(pending, cancellationToken: cancellationToken);
        var pending2 = new List<string>();
        var searchValues = new List<ReadOnlyMemory<float>>();
        foreach (var (claim, item) in pending.Zip(batch))
        {
            var vector = item.Response;
            pending2.Add(claim);
            searchValues.Add(vector);
        }

        var batch2 = await Batch.RunAsync(
            searchValues,
            (searchValue, ct) => sources.SearchAsync(searchValue, top: 2, cancellationToken: ct),
            cancellationToken: cancellationToken);
        foreach (var (claim, item2) in pending2.Zip(batch2))
        {
            var urls = new List<string>();
            foreach (var hit in item2.Response)
            {
                urls.Add(hit.Record.Url);
            }

            citations[claim] = urls;
        }

        return citations;
    }
}
