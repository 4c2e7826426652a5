namespace BatchMigrate;

/// <summary>What a comparison of models measures. An instance does not change and may be shared.</summary>
public sealed class ComparisonOptions
{
    /// <summary>
    /// Whether answers are streamed, so that the time to first token is known. Default true. For servers that cannot stream, or do not count tokens where they do, say false.
    /// </summary>
    public bool Stream { get; init; } = true;

    /// <summary>
    /// Whether each model is sent the first prompt once before it is measured. Default false, because it costs a request. For local servers, which load a model when it is asked for
    /// the first time. The warm-up is in none of the figures; <see cref="ModelFigures.WarmUp"/> tells what became of it.
    /// </summary>
    public bool WarmUp { get; init; }
}
