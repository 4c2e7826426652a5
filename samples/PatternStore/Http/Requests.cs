using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using PatternStore.Storing;

namespace PatternStore.Http;

// What callers send. Everything is optional for the reader of JSON, so that Checks can name all that is missing instead of the first.
// The attributes are for the service's description; it is Checks that look.

/// <summary>A pattern to store.</summary>
public sealed record NewPattern
{
    /// <summary>Its id; without one it gets a new one. A pattern with the same id is replaced, metrics and all.</summary>
    public Guid? Id { get; init; }

    /// <summary>What it does, in words. Not empty.</summary>
    [Required, MinLength(1)]
    public string? Description { get; init; }

    /// <summary>The code. Not empty.</summary>
    [Required, MinLength(1)]
    public string? Code { get; init; }

    /// <summary>The programming language. Not empty.</summary>
    [Required, MinLength(1)]
    public string? Language { get; init; }

    /// <summary>Its metrics to begin with, and what else is to be kept with it.</summary>
    public PatternMetadata? Metadata { get; init; }

    /// <summary>Its vector, where it is known already; otherwise it is made of description, language and code.</summary>
    public IReadOnlyList<float>? Embedding { get; init; }
}

/// <summary>Patterns to store: 1 to 1,000.</summary>
public sealed record StoreRequest
{
    /// <summary>The patterns.</summary>
    [Required, Length(1, Checks.MostPatterns)]
    public IReadOnlyList<NewPattern?>? Patterns { get; init; }
}

/// <summary>One text to search for.</summary>
public sealed record SearchRequest
{
    /// <summary>What to search for, in words or in code. Not empty.</summary>
    [Required, MinLength(1)]
    public string? Query { get; init; }

    /// <summary>The most patterns to find, 1 to 100.</summary>
    [DefaultValue(Checks.DefaultLimit), Range(1, Checks.MostResults)]
    public int? Limit { get; init; }
}

/// <summary>Texts to search for: 1 to 100.</summary>
public sealed record BatchSearchRequest
{
    /// <summary>What to search for, in words or in code. None is empty.</summary>
    [Required, Length(1, Checks.MostQueries)]
    public IReadOnlyList<string?>? Queries { get; init; }

    /// <summary>The most patterns to find for each, 1 to 100.</summary>
    [DefaultValue(Checks.DefaultLimit), Range(1, Checks.MostResults)]
    public int? Limit { get; init; }
}

/// <summary>What happened to a pattern. At least one thing is given.</summary>
public sealed record NewMetrics
{
    /// <summary>The pattern.</summary>
    [Required]
    public Guid? Id { get; init; }

    /// <summary>Whether it was used once more.</summary>
    public bool IncrementUsage { get; init; }

    /// <summary>Its new success rate, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double? SuccessRate { get; init; }

    /// <summary>When it was used last.</summary>
    public DateTimeOffset? LastUsed { get; init; }
}

/// <summary>Changes of metrics: 1 to 500.</summary>
public sealed record UpdateRequest
{
    /// <summary>The changes, made in this order. Several may be of the same pattern.</summary>
    [Required, Length(1, Checks.MostUpdates)]
    public IReadOnlyList<NewMetrics?>? Updates { get; init; }
}
