using System.Collections.Immutable;

namespace BatchMigrate.Analyzers.Catalog;

/// <summary>A method of the client for many, which has another name than the one for one. Data only.</summary>
/// <param name="Method">Its name.</param>
/// <param name="List">The parameter that takes the list; all others are those of the single call.</param>
/// <param name="Element">The metadata name of the object that it takes for each request; null where it takes the requests as they are.</param>
internal sealed record ListCall(string Method, string List, string? Element)
{
    /// <summary>How many requests it is given at most: stores take requests of tens of megabytes, and most recommend some hundred records.</summary>
    public int Size { get; init; } = Bulk.Size;

    /// <summary>The member of an outcome that has what the single call gives; null where the outcome is that itself, or is not asked for.</summary>
    public string? Result { get; init; }

    /// <summary>Whether it gives an outcome for each request, in their order.</summary>
    public bool GivesOutcomes { get; init; }

    /// <summary>Where each parameter of the single call goes: a path of members of the object. A parameter that is given and is not here keeps the method from being used, unless it is one of the method too.</summary>
    public ImmutableArray<(string Parameter, string Path)> Members { get; init; } = [];

    /// <summary>What the single call says of itself where a parameter is not given, and an object does not.</summary>
    public ImmutableArray<(string Parameter, string Text)> Defaults { get; init; } = [];

    /// <summary>Parameters that have to be given: what the single call does without them is not known to be what the method for many does.</summary>
    public ImmutableArray<string> Required { get; init; } = [];
}
