// F100f One bad text does not stop the others
// verdict: fixed
// message: 'GenerateEmbeddingAsync' is called for one input at a time; 'EmbedBatchAsync' packs many into a request
using System;
using System.ClientModel;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Embeddings;

public sealed class TicketIndex(EmbeddingClient embedder)
{
    public Dictionary<int, ReadOnlyMemory<float>> Vectors { get; } = [];

    public List<int> Failed { get; } = [];

    public async Task AddAsync(IReadOnlyDictionary<int, string> tickets)
    {
        foreach (var (id, text) in tickets)
        {
            try
            {
                ClientResult<OpenAIEmbedding> embedding = await /*BM0005*/embedder.GenerateEmbeddingAsync(text.Trim()).ConfigureAwait(false);
                Vectors[id] = embedding.Value.ToFloats();
            }
            catch (ClientResultException e) when (e.Status == 400)
            {
                Failed.Add(id); // too long, or empty
            }
        }
    }
}
//// run
var index = new TicketIndex(embeddings);
await index.AddAsync(new Dictionary<int, string> { [7] = " printer on fire ", [8] = "password", [9] = "no signal" });
//// fixed
using System;
using System.ClientModel;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Embeddings;

public sealed class TicketIndex(EmbeddingClient embedder)
{
    public Dictionary<int, ReadOnlyMemory<float>> Vectors { get; } = [];

    public List<int> Failed { get; } = [];

    public async Task AddAsync(IReadOnlyDictionary<int, string> tickets)
    {
        var inputs = new List<string>();
        foreach (var (id, text) in tickets)
        {
            inputs.Add(text.Trim());
        }

        var batch = await embedder.EmbedBatchAsync(inputs).ConfigureAwait(false);
        foreach (var ((id, text), item) in tickets.Zip(batch))
        {
            try
            {
                ClientResult<OpenAIEmbedding> embedding = item.Response;
                Vectors[id] = embedding.Value.ToFloats();
            }
            catch (ClientResultException e) when (e.Status == 400)
            {
                Failed.Add(id); // too long, or empty
            }
        }
    }
}
