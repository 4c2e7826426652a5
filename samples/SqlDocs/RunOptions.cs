using BatchMigrate;

namespace SqlDocs;

/// <summary>What the program is to do.</summary>
internal enum Command
{
    /// <summary>Document and index what is pending.</summary>
    Index,

    /// <summary>Tell what it would cost.</summary>
    Estimate,

    /// <summary>Make every document anew.</summary>
    Rebuild,

    /// <summary>Tell what is pending.</summary>
    Status,

    /// <summary>Find documents.</summary>
    Search,
}

/// <summary>How the program runs.</summary>
internal sealed record RunOptions
{
    /// <summary>What to do.</summary>
    public Command Command { get; init; }

    /// <summary>What to search for.</summary>
    public string Query { get; init; } = "";

    /// <summary>The most documents to find.</summary>
    public int Limit { get; init; } = 5;

    /// <summary>The file with the schema, where no database is given; null for the one that comes with the program.</summary>
    public string? Sql { get; init; }

    /// <summary>The database, as Npgsql reads it; null for a file.</summary>
    public string? Database { get; init; }

    /// <summary>The file that keeps the documents.</summary>
    public string Data { get; init; } = "sqldocs.db";

    /// <summary>Whether items are sent one after another, each by itself.</summary>
    public bool Individual { get; init; }

    /// <summary>Documents a batch: one request for embeddings.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>Requests at the same time.</summary>
    public int Concurrency { get; init; } = 10;

    /// <summary>How often a request is repeated after a failure that may pass.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>The most that a run may cost without being asked about, in dollars; null for no bound.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>Whether a cost above <see cref="MaxCost"/> is agreed to.</summary>
    public bool Yes { get; init; }

    /// <summary>Whether a rebuild makes the descriptions anew as well.</summary>
    public bool Descriptions { get; init; }

    /// <summary>The provider; null for a simulated one in this process.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The provider's key.</summary>
    public string ApiKey { get; init; } = "none";

    /// <summary>The model that describes.</summary>
    public string Model { get; init; } = "gpt-4o-mini";

    /// <summary>The model that embeds.</summary>
    public string EmbeddingModel { get; init; } = "text-embedding-3-small";

    /// <summary>The length of vectors to ask for; null for what the model gives unasked.</summary>
    public int? Dimensions { get; init; }

    /// <summary>The prices of the models.</summary>
    public ModelPricing Pricing { get; init; } = ModelPricing.BuiltIn;

    /// <summary>Documents in one request for embeddings.</summary>
    public int PackSize => Individual ? 1 : BatchSize;

    /// <summary>Who describes.</summary>
    public string Describer => Endpoint is null ? "the simulated provider" : "a model";

    /// <summary>Whose vectors they are, as a name.</summary>
    public string Space => $"{(Endpoint is null ? "the simulated " : "")}{EmbeddingModel}{(Dimensions is { } length ? FormattableString.Invariant($" of {length}") : "")}";
}
