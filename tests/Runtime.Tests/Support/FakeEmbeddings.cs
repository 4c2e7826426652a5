using System.ClientModel;
using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using OpenAI.Embeddings;
using SimulatedProvider;
using EmbeddingGenerationOptions = Microsoft.Extensions.AI.EmbeddingGenerationOptions;
using OpenAIEmbeddingOptions = OpenAI.Embeddings.EmbeddingGenerationOptions;

namespace BatchMigrate.Runtime.Tests.Support;

/// <summary>Vectors that tell whose they are.</summary>
internal static class Vectors
{
    public const int Dimensions = 4;

    public static float[] Of(string text) => EmbeddingVector.Of(text, Dimensions);

    /// <summary>Checks that an item has the vector of its own input.</summary>
    public static void Check(string input, ReadOnlyMemory<float> vector) => Assert.Equal(Of(input), vector.ToArray());

    public static void Check(IEnumerable<string> inputs, IEnumerable<BatchItem<Embedding<float>>> items) =>
        Assert.All(inputs.Zip(items), pair => Check(pair.First, pair.Second.Response.Vector));
}

/// <summary>A generator without a network, which keeps the packs that it was given. What it is told to do with a pack comes before its answer.</summary>
internal sealed class FakeGenerator(Func<IReadOnlyList<string>, CancellationToken, Task>? before = null) : IEmbeddingGenerator<string, Embedding<float>>
{
    public ConcurrentQueue<string[]> Packs { get; } = new();

    public string? Model { get; init; } = "m";

    /// <summary>The tokens that are reported for a pack; null for none.</summary>
    public Func<IReadOnlyList<string>, UsageDetails?>? Usage { get; init; }

    /// <summary>Changes an answer.</summary>
    public Action<IReadOnlyList<string>, GeneratedEmbeddings<Embedding<float>>>? Spoil { get; init; }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] pack = [.. values];
        Packs.Enqueue(pack);
        if (before is not null)
        {
            await before(pack, cancellationToken);
        }

        var answer = new GeneratedEmbeddings<Embedding<float>>(pack.Select(text => new Embedding<float>(Vectors.Of(text)) { ModelId = Model })) { Usage = Usage?.Invoke(pack) };
        Spoil?.Invoke(pack, answer);
        return answer;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("fake", null, Model) : null;

    public void Dispose()
    {
    }
}

/// <summary>A client of the OpenAI library without a network: what it answers to a pack comes from a delegate.</summary>
internal sealed class FakeEmbeddingClient(Func<IReadOnlyList<string>, OpenAIEmbeddingCollection> answer) : EmbeddingClient
{
    private int _syncCalls;

    public ConcurrentQueue<string[]> Packs { get; } = new();

    public int SyncCalls => _syncCalls;

    public static OpenAIEmbeddingCollection Answer(IEnumerable<(string Text, int Index)> texts) => OpenAIEmbeddingsModelFactory.OpenAIEmbeddingCollection(
        texts.Select(text => OpenAIEmbeddingsModelFactory.OpenAIEmbedding(text.Index, Vectors.Of(text.Text))), "m", OpenAIEmbeddingsModelFactory.EmbeddingTokenUsage(7, 7));

    public override Task<ClientResult<OpenAIEmbeddingCollection>> GenerateEmbeddingsAsync(
        IEnumerable<string> inputs, OpenAIEmbeddingOptions? options = null, CancellationToken cancellationToken = default) => Task.FromResult(Send(inputs));

    public override ClientResult<OpenAIEmbeddingCollection> GenerateEmbeddings(IEnumerable<string> inputs, OpenAIEmbeddingOptions? options = null, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _syncCalls);
        return Send(inputs);
    }

    private ClientResult<OpenAIEmbeddingCollection> Send(IEnumerable<string> inputs)
    {
        string[] pack = [.. inputs];
        Packs.Enqueue(pack);
        return ClientResult.FromValue(answer(pack), new FakeResponse(200));
    }
}

/// <summary>A token for each character.</summary>
internal sealed class LengthEstimator : ITokenEstimator
{
    public TokenEstimate Estimate(TokenRequest request) => new(request.Texts.Sum(text => (long)text.Length), 0);

    public void Learn(TokenRequest request, BatchUsage usage)
    {
    }
}
