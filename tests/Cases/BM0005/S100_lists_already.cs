// S100 Chunks of inputs, and a single input that nothing repeats
// verdict: silent
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using OpenAI.Embeddings;

public sealed class Loader(IEmbeddingGenerator<string, Embedding<float>> generator, EmbeddingClient client)
{
    public async Task<List<ReadOnlyMemory<float>>> LoadAsync(IEnumerable<string> lines)
    {
        var vectors = new List<ReadOnlyMemory<float>>();
        foreach (var chunk in lines.Chunk(100))
        {
            foreach (var embedding in await generator.GenerateAsync(chunk))
            {
                vectors.Add(embedding.Vector);
            }
        }

        foreach (var chunk in lines.Chunk(50))
        {
            var result = await client.GenerateEmbeddingsAsync(chunk);
            vectors.AddRange(result.Value.Select(static e => e.ToFloats()));
        }

        return vectors;
    }

    public async Task<ReadOnlyMemory<float>> OneAsync(string text) => await generator.GenerateVectorAsync(text);
}
