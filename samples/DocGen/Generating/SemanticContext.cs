using System.Numerics.Tensors;
using BatchMigrate;
using DocGen.Reading;
using OpenAI.Embeddings;

namespace DocGen.Generating;

/// <summary>A symbol that is near another one, and how near: the cosine of the angle between their vectors.</summary>
internal sealed record Neighbour(CodeSymbol Symbol, float Similarity);

/// <summary>What is near each symbol.</summary>
internal sealed class SemanticContext
{
    public const int Neighbours = 3;

    private readonly CodeBase _code;
    private readonly Dictionary<CodeSymbol, IReadOnlyList<Neighbour>> _neighbours;

    private SemanticContext(CodeBase code, Dictionary<CodeSymbol, IReadOnlyList<Neighbour>> neighbours) => (_code, _neighbours) = (code, neighbours);

    /// <summary>How many symbols could not be embedded.</summary>
    public int Failed { get; private init; }

    /// <summary>Embeds all symbols, and finds the three that are nearest to each.</summary>
    public static async Task<SemanticContext> LoadAsync(EmbeddingClient client, CodeBase code, BatchOptions options, CancellationToken cancellationToken)
    {
        var batch = await client.EmbedBatchAsync(code.Symbols, Prompts.ToEmbed, batchOptions: options, cancellationToken: cancellationToken);
        var known = code.Symbols.Zip(batch).Where(pair => pair.Second.Succeeded).Select(pair => (Symbol: pair.First, Vector: pair.Second.Response.Value.ToFloats())).ToList();
        var neighbours = known.ToDictionary(
            one => one.Symbol,
            one => (IReadOnlyList<Neighbour>)
            [
                .. known.Where(other => other.Symbol != one.Symbol)
                    .Select(other => new Neighbour(other.Symbol, TensorPrimitives.CosineSimilarity(one.Vector.Span, other.Vector.Span)))
                    .OrderByDescending(other => other.Similarity).ThenBy(other => other.Symbol.Id, StringComparer.Ordinal)
                    .Take(Neighbours),
            ]);
        return new SemanticContext(code, neighbours) { Failed = batch.Failed.Count };
    }

    /// <summary>A context as long as the real one will be, for an estimate that sends nothing: the symbols that follow.</summary>
    public static SemanticContext OfTheSameLength(CodeBase code) => new(code, code.Symbols.Select((symbol, i) => (symbol, i)).ToDictionary(
        one => one.symbol,
        one => (IReadOnlyList<Neighbour>)[.. Enumerable.Range(1, Math.Min(Neighbours, code.Symbols.Count - 1)).Select(next => new Neighbour(code.Symbols[(one.i + next) % code.Symbols.Count], 0.5f))]));

    /// <summary>Without neighbours and relations.</summary>
    public static SemanticContext None { get; } = new(new CodeBase([], new Dictionary<string, CodeFile>()), []);

    public IReadOnlyList<Neighbour> Of(CodeSymbol symbol) => _neighbours.GetValueOrDefault(symbol, []);

    public CodeFile? FileOf(CodeSymbol symbol) => _code.Files.GetValueOrDefault(symbol.File);
}
