// F101c Each chunk embedded, made into a record and stored: two fixes in a row
// verdict: fixed
// message: 'GenerateAsync' is called for one input at a time; 'EmbedBatchAsync' packs many into a request
// uses: Microsoft.Extensions.VectorData.Abstractions
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;

public sealed class Snippet
{
    [VectorStoreKey]
    public string Key { get; set; } = "";

    [VectorStoreData]
    public string Text { get; set; } = "";

    [VectorStoreVector(2)]
    public ReadOnlyMemory<float> Vector { get; set; }
}

public sealed class Ingestion(IEmbeddingGenerator<string, Embedding<float>> generator, VectorStoreCollection<string, Snippet> snippets)
{
    public async Task<int> IngestAsync(IReadOnlyList<string> chunks, CancellationToken cancellationToken)
    {
        var stored = 0;
        foreach (var chunk in chunks)
        {
            if (string.IsNullOrWhiteSpace(chunk))
            {
                continue;
            }

            var embedding = await /*BM0005*/generator.GenerateAsync(chunk, cancellationToken: cancellationToken);
            var snippet = new Snippet
            {
                Key = chunk.ToLowerInvariant(),
                Text = chunk,
                Vector = embedding.Vector,
            };
            await snippets.UpsertAsync(snippet, cancellationToken);
            stored++;
        }

        return stored;
    }
}
//// run
var snippets = new Scripted.ScriptedCollection<Snippet>(Ask, s => s.Key);
Log(await new Ingestion(generator, snippets).IngestAsync(["Iron rusts", " ", "Gold does not", "Tin melts"], cancellationToken));
Log(snippets.Contents.Select(pair => $"{pair.Key} {pair.Value.Text} {pair.Value.Vector.Length}"));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;

public sealed class Snippet
{
    [VectorStoreKey]
    public string Key { get; set; } = "";

    [VectorStoreData]
    public string Text { get; set; } = "";

    [VectorStoreVector(2)]
    public ReadOnlyMemory<float> Vector { get; set; }
}

public sealed class Ingestion(IEmbeddingGenerator<string, Embedding<float>> generator, VectorStoreCollection<string, Snippet> snippets)
{
    public async Task<int> IngestAsync(IReadOnlyList<string> chunks, CancellationToken cancellationToken)
    {
        var stored = 0;
        var pending = new List<string>();
        foreach (var chunk in chunks)
        {
            if (string.IsNullOrWhiteSpace(chunk))
            {
                continue;
            }

            pending.Add(chunk);
        }

        var batch = await generator.EmbedBatchAsync(pending, cancellationToken: cancellationToken);
        var records = new List<Snippet>();
        foreach (var (chunk, item) in pending.Zip(batch))
        {
            var embedding = item.Response;
            var snippet = new Snippet
            {
                Key = chunk.ToLowerInvariant(),
                Text = chunk,
                Vector = embedding.Vector,
            };
            records.Add(snippet);
        }

        foreach (var chunk2 in records.Chunk(100))
        {
            await snippets.UpsertAsync(chunk2, cancellationToken);
        }

        stored += records.Count;

        return stored;
    }
}
