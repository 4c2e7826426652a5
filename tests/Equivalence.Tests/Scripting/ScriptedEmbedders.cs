using System.ClientModel;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Embeddings;

namespace BatchMigrate.Equivalence.Tests.Scripting;

/// <summary>The OpenAI library's client for embeddings, answering from a script.</summary>
internal sealed class ScriptedEmbeddingClient(Script script) : EmbeddingClient
{
    public override async Task<ClientResult<OpenAIEmbedding>> GenerateEmbeddingAsync(string input, OpenAI.Embeddings.EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        // As the library does.
        if (input.Length == 0)
        {
            throw new ArgumentException("Value cannot be an empty string.", nameof(input));
        }

        var vectors = await script.EmbedAsync([ToRequest(input, options, cancellationToken)], isOpenAI: true, cancellationToken);
        return ClientResult.FromValue(OpenAIEmbeddingsModelFactory.OpenAIEmbedding(0, vectors[0]), new Failure.Response(200));
    }

    public override async Task<ClientResult<OpenAIEmbeddingCollection>> GenerateEmbeddingsAsync(IEnumerable<string> inputs, OpenAI.Embeddings.EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var vectors = await script.EmbedAsync([.. inputs.Select(input => ToRequest(input, options, cancellationToken))], isOpenAI: true, cancellationToken);
        var embeddings = vectors.Select(static (vector, i) => OpenAIEmbeddingsModelFactory.OpenAIEmbedding(i, vector));
        return ClientResult.FromValue(OpenAIEmbeddingsModelFactory.OpenAIEmbeddingCollection(embeddings, "scripted", OpenAIEmbeddingsModelFactory.EmbeddingTokenUsage(7, 7)), new Failure.Response(200));
    }

    public override ClientResult<OpenAIEmbedding> GenerateEmbedding(string input, OpenAI.Embeddings.EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        GenerateEmbeddingAsync(input, options, cancellationToken).GetAwaiter().GetResult();

    public override ClientResult<OpenAIEmbeddingCollection> GenerateEmbeddings(IEnumerable<string> inputs, OpenAI.Embeddings.EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        GenerateEmbeddingsAsync(inputs, options, cancellationToken).GetAwaiter().GetResult();

    private static Request ToRequest(string input, OpenAI.Embeddings.EmbeddingGenerationOptions? options, CancellationToken cancellationToken) =>
        new($"embed {input}\noptions {(options is null ? "none" : $"{options.Dimensions} {options.EndUserId}")}", input, cancellationToken.CanBeCanceled);
}

/// <summary>A generator of the common abstraction, answering from a script.</summary>
internal sealed class ScriptedGenerator(Script script) : IEmbeddingGenerator<string, Embedding<float>>
{
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, Microsoft.Extensions.AI.EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var written = options is null ? "none" : JsonSerializer.Serialize(options, AIJsonUtilities.DefaultOptions);
        Request[] requests = [.. values.Select(value => new Request($"embed {value}\noptions {written}", value, cancellationToken.CanBeCanceled))];
        return [.. (await script.EmbedAsync(requests, isOpenAI: false, cancellationToken)).Select(static vector => new Embedding<float>(vector))];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
