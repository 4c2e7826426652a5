namespace BatchMigrate.Packing;

/// <summary>What providers take in one request for embeddings: the table of <see cref="PackLimits"/>.</summary>
internal static class EmbeddingLimits
{
    // A text-embeddings-inference server takes 32 inputs unless it is told otherwise. If a limit is still smaller the batch finds out.
    private static readonly PackSize Unknown = new(32, 16_384);

    private static readonly (string Name, PackSize Most)[] Known =
    [
        ("text-embedding-3-", new(2_048, 300_000)),
        ("text-embedding-ada-002", new(2_048, 300_000)),
        ("gemini-embedding-", new(100, long.MaxValue)),
        ("text-embedding-004", new(100, long.MaxValue)),
        ("embed-", new(96, long.MaxValue)),
        ("cohere.embed-", new(96, long.MaxValue)),
        ("voyage-", new(128, 120_000)),
        ("mistral-embed", new(128, 16_384)),
        ("codestral-embed", new(128, 16_384)),
        ("text-embedding-v", new(10, long.MaxValue)),
    ];

    internal static PackSize Of(string? model)
    {
        var name = model is null ? string.Empty : model[(model.LastIndexOf('/') + 1)..];
        foreach (var (known, most) in Known)
        {
            if (name.StartsWith(known, StringComparison.OrdinalIgnoreCase))
            {
                return most;
            }
        }

        return Unknown;
    }
}
