using BatchMigrate;
using OpenAI.Embeddings;

namespace DocGen;

/// <summary>Finds what is near a symbol, by the embeddings of all.</summary>
public sealed class SymbolIndex(EmbeddingClient embeddings)
{
    private readonly List<(Symbol Symbol, ReadOnlyMemory<float> Vector)> _entries = [];

    public async Task AddAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken = default)
    {
        var pending = new List<Symbol>();
        var inputs = new List<string>();
        foreach (var symbol in symbols)
        {
            if (string.IsNullOrWhiteSpace(symbol.Text))
            {
                continue;
            }

            pending.Add(symbol);
            inputs.Add(symbol.Text);
        }

        var batch = await embeddings.EmbedBatchAsync(inputs, cancellationToken: cancellationToken);
        foreach (var (symbol, item) in pending.Zip(batch))
        {
            OpenAIEmbedding embedding = item.Response;
            _entries.Add((symbol, embedding.ToFloats()));
        }
    }

    /// <summary>The three symbols that are nearest to another one.</summary>
    public List<Symbol> Near(Symbol symbol)
    {
        var vector = _entries.First(entry => entry.Symbol == symbol).Vector;
        return
        [
            .. _entries.Where(entry => entry.Symbol != symbol)
                .OrderByDescending(entry => Similarity(vector.Span, entry.Vector.Span))
                .Take(3)
                .Select(entry => entry.Symbol),
        ];
    }

    // The vectors have the length one.
    private static float Similarity(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0f;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
