// F102b An input that cannot be made is its own item's failure
// verdict: fixed
// message: 'GenerateEmbeddingAsync' is called for one input at a time; 'EmbedBatchAsync' packs many into a request
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Embeddings;

public sealed class Recordings(EmbeddingClient embedder)
{
    public List<int> Lengths { get; } = [];

    public async Task AddAsync(IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            try
            {
                var seconds = int.Parse(line.Split(' ')[0]);
                OpenAIEmbedding embedding = await /*BM0005*/embedder.GenerateEmbeddingAsync($"{seconds / 60} minutes of {line}");
                Lengths.Add(embedding.ToFloats().Length);
            }
            catch (Exception)
            {
                Lengths.Add(-1);
            }
        }
    }
}
//// run
var recordings = new Recordings(embeddings);
await recordings.AddAsync(["300 rain", "soon birds", "90 a train"]);
Log(string.Join(" ", recordings.Lengths));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Embeddings;

public sealed class Recordings(EmbeddingClient embedder)
{
    public List<int> Lengths { get; } = [];

    public async Task AddAsync(IReadOnlyList<string> lines)
    {
        var batch = await embedder.EmbedBatchAsync(lines, line =>
        {
            var seconds = int.Parse(line.Split(' ')[0]);
            return $"{seconds / 60} minutes of {line}";
        });
        foreach (var (line, item) in lines.Zip(batch))
        {
            try
            {
                OpenAIEmbedding embedding = item.Response;
                Lengths.Add(embedding.ToFloats().Length);
            }
            catch (Exception)
            {
                Lengths.Add(-1);
            }
        }
    }
}
