namespace DocGen;

/// <summary>What the command line asks for.</summary>
internal sealed record DocGenOptions
{
    /// <summary>The folder of C#; by default the one that is shipped with the program.</summary>
    public string Folder { get; init; } = Path.Combine(AppContext.BaseDirectory, "Input");

    /// <summary>Where the Markdown goes.</summary>
    public string Output { get; init; } = "docgen-output";

    /// <summary>Whether several symbols share a request.</summary>
    public bool BatchMode { get; init; }

    /// <summary>The most symbols of a request in batch mode.</summary>
    public int BatchSize { get; init; } = 15;

    /// <summary>The most tokens of a request's prompt in batch mode, with room left for the answer.</summary>
    public int MaxBatchTokens { get; init; } = 25_000;

    /// <summary>Whether each symbol is shown with its nearest neighbours and the relations of its file.</summary>
    public bool IncludeSemanticContext { get; init; }

    public string Model { get; init; } = "gpt-4o-mini";

    public string EmbeddingModel { get; init; } = "text-embedding-3-small";

    /// <summary>The provider; null for a simulated one inside of the program.</summary>
    public Uri? Endpoint { get; init; }

    public string ApiKey { get; init; } = "none";

    /// <summary>Whether the provider's 24-hour service writes the documentation.</summary>
    public bool ProviderBatch { get; init; }

    /// <summary>Where answers are kept, so that a second run asks only for what is missing.</summary>
    public string? Resume { get; init; }

    /// <summary>Whether to tell only what it would take.</summary>
    public bool Estimate { get; init; }

    /// <summary>Whether to run both modes against a simulated provider and print their figures.</summary>
    public bool Compare { get; init; }
}
