// B100 Each input with options of its own
// verdict: blocked
// blocker: each request has options of its own
// message: The calls of 'GenerateEmbeddingAsync' could be one batch, but each request has options of its own
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Embeddings;

public sealed record Field(string Text, int Dimensions);

public sealed class FieldIndex(EmbeddingClient client)
{
    public async Task<List<float[]>> IndexAsync(IEnumerable<Field> fields)
    {
        var vectors = new List<float[]>();
        foreach (var field in fields)
        {
            OpenAIEmbedding embedding = await /*BM0010*/client.GenerateEmbeddingAsync(field.Text, /*why*/new EmbeddingGenerationOptions { Dimensions = field.Dimensions });
            vectors.Add(embedding.ToFloats().ToArray());
        }

        return vectors;
    }
}
