// S130a Requests to Ollama that hold many inputs already, and lists for Semantic Kernel
// verdict: silent
// uses: OllamaSharp, Microsoft.SemanticKernel
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.SemanticKernel.Embeddings;
using OllamaSharp;
using OllamaSharp.Models;

namespace Films;

public static class Vectors
{
    public static async Task<List<float[]>> MakeAsync(IOllamaApiClient ollama, IEnumerable<string> plots)
    {
        var vectors = new List<float[]>();
        foreach (var page in plots.Chunk(16))
        {
            var response = await ollama.EmbedAsync(new EmbedRequest { Model = "small", Input = [.. page] });
            vectors.AddRange(response.Embeddings);
        }

        return vectors;
    }

    public static async Task<List<ReadOnlyMemory<float>>> MakeAsync(ITextEmbeddingGenerationService service, IEnumerable<string> plots)
    {
        var vectors = new List<ReadOnlyMemory<float>>();
        foreach (var page in plots.Chunk(16))
        {
            vectors.AddRange(await service.GenerateEmbeddingsAsync(page));
        }

        return vectors;
    }
}
