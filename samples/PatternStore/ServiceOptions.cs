namespace PatternStore;

/// <summary>How the service runs.</summary>
internal sealed record ServiceOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; } = 8003;

    /// <summary>The file of the store, where no Qdrant is given.</summary>
    public string Data { get; init; } = "patterns.db";

    /// <summary>Qdrant's address; null for a file.</summary>
    public Uri? Qdrant { get; init; }

    /// <summary>Qdrant's key, if it has one.</summary>
    public string? QdrantApiKey { get; init; }

    /// <summary>Qdrant's collection.</summary>
    public string Collection { get; init; } = "code_patterns";

    /// <summary>The provider of embeddings; null for a simulated one in this process.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The provider's key.</summary>
    public string ApiKey { get; init; } = "none";

    /// <summary>The model that embeds.</summary>
    public string Model { get; init; } = "text-embedding-3-small";

    /// <summary>The length of the vectors to ask the model for; null for the 1,536 that the default model gives unasked.</summary>
    public int? Dimensions { get; init; }

    /// <summary>Whose vectors they are, as a name: vectors of different models cannot be compared.</summary>
    public string Space => string.Concat((Endpoint is null ? $"simulated-{Model}" : Model).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
}
