// F100b Vectors by index, through the OpenAI library's own client
// verdict: fixed
// message: 'GenerateEmbeddingAsync' is called for one input at a time; 'EmbedBatchAsync' packs many into a request
using System;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Embeddings;

public sealed class Vectorizer
{
    private readonly EmbeddingClient _embeddings;
    private readonly EmbeddingGenerationOptions _small = new() { Dimensions = 256 };

    public Vectorizer(EmbeddingClient embeddings)
    {
        _embeddings = embeddings;
    }

    public async Task<float[][]> VectorizeAsync(string[] sentences, CancellationToken cancellationToken = default)
    {
        var vectors = new float[sentences.Length][];
        for (int i = 0; i < sentences.Length; i++)
        {
            OpenAIEmbedding embedding = await /*BM0005*/_embeddings.GenerateEmbeddingAsync(sentences[i].ToLowerInvariant(), _small, cancellationToken);
            vectors[i] = embedding.ToFloats().ToArray();
        }

        return vectors;
    }
}
//// run
Log(await new Vectorizer(embeddings).VectorizeAsync(["One", "Two", "Three", "Four"], cancellationToken));
//// fixed
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Embeddings;

public sealed class Vectorizer
{
    private readonly EmbeddingClient _embeddings;
    private readonly EmbeddingGenerationOptions _small = new() { Dimensions = 256 };

    public Vectorizer(EmbeddingClient embeddings)
    {
        _embeddings = embeddings;
    }

    public async Task<float[][]> VectorizeAsync(string[] sentences, CancellationToken cancellationToken = default)
    {
        var vectors = new float[sentences.Length][];
        var inputs = new List<string>();
        for (int i = 0; i < sentences.Length; i++)
        {
            inputs.Add(sentences[i].ToLowerInvariant());
        }

        var batch = await _embeddings.EmbedBatchAsync(inputs, _small, cancellationToken: cancellationToken);
        for (int i = 0; i < sentences.Length; i++)
        {
            OpenAIEmbedding embedding = batch[i].Response;
            vectors[i] = embedding.ToFloats().ToArray();
        }

        return vectors;
    }
}
