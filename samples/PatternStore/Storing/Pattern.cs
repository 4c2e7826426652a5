using System.Text.Json;
using System.Text.Json.Serialization;

namespace PatternStore.Storing;

/// <summary>A piece of code that is worth finding again.</summary>
public sealed record Pattern
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it does, in words.</summary>
    public required string Description { get; init; }

    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>The programming language.</summary>
    public required string Language { get; init; }

    /// <summary>Its metrics, and what else is known about it.</summary>
    public PatternMetadata Metadata { get; init; } = new();

    /// <summary>What is embedded of it.</summary>
    [JsonIgnore]
    public string Text => $"{Description}\n{Language}\n{Code}";
}

/// <summary>The metrics of a pattern, and whatever else was stored with it.</summary>
public sealed record PatternMetadata
{
    /// <summary>The share of uses that went well, 0 to 1.</summary>
    public double? SuccessRate { get; init; }

    /// <summary>A word to group it by.</summary>
    public string? Category { get; init; }

    /// <summary>How often it was used.</summary>
    public long UsageCount { get; init; }

    /// <summary>When it was used last.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>Everything else, as it came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; init; }
}

/// <summary>A pattern and its vector.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Vector">The vector, of any length but zero.</param>
public sealed record EmbeddedPattern(Pattern Pattern, ReadOnlyMemory<float> Vector);

/// <summary>A pattern that was found.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Score">The cosine of the angle between it and what was searched for, -1 to 1.</param>
public sealed record PatternMatch(Pattern Pattern, float Score);

/// <summary>A change of the metrics of one pattern.</summary>
/// <param name="Id">The pattern.</param>
/// <param name="IncrementUsage">Whether it was used once more.</param>
/// <param name="SuccessRate">Its new success rate; null leaves it as it is.</param>
/// <param name="LastUsed">When it was used last; null leaves it as it is.</param>
public sealed record MetricsUpdate(Guid Id, bool IncrementUsage, double? SuccessRate, DateTimeOffset? LastUsed);
