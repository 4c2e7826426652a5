// F100a The vector of each chunk, inside of the initializer of its record
// verdict: fixed
// message: 'GenerateVectorAsync' is called for one input at a time; 'EmbedVectorBatchAsync' packs many into a request
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Manuals;

public sealed record Chunk(string Id, string Text);

public sealed class ChunkRecord
{
    public required string Key { get; init; }

    public required string Text { get; init; }

    public System.ReadOnlyMemory<float> Vector { get; init; }
}

public sealed class Indexer(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    public async Task<List<ChunkRecord>> BuildAsync(IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        var records = new List<ChunkRecord>();
        foreach (var chunk in chunks)
        {
            records.Add(new ChunkRecord
            {
                Key = chunk.Id,
                Text = chunk.Text,
                Vector = await /*BM0005*/generator.GenerateVectorAsync(chunk.Text, cancellationToken: cancellationToken),
            });
        }

        return records;
    }
}
//// run
var records = await new Indexer(generator).BuildAsync([new("a", "how to begin"), new("b", "how to go on"), new("c", "how to end")], cancellationToken);
Log(records);
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Manuals;

public sealed record Chunk(string Id, string Text);

public sealed class ChunkRecord
{
    public required string Key { get; init; }

    public required string Text { get; init; }

    public System.ReadOnlyMemory<float> Vector { get; init; }
}

public sealed class Indexer(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    public async Task<List<ChunkRecord>> BuildAsync(IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        var records = new List<ChunkRecord>();
        var batch = await generator.EmbedVectorBatchAsync(chunks.Select(chunk => chunk.Text), cancellationToken: cancellationToken);
        foreach (var (chunk, item) in chunks.Zip(batch))
        {
            records.Add(new ChunkRecord
            {
                Key = chunk.Id,
                Text = chunk.Text,
                Vector = item.Response,
            });
        }

        return records;
    }
}
