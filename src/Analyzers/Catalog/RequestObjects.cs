using System.Collections.Immutable;

namespace BatchMigrate.Analyzers.Catalog;

/// <summary>A method of the client for many, which takes an object for each request. Data only.</summary>
/// <param name="Method">Its name.</param>
/// <param name="List">The parameter that takes the objects; all others are those of the single call.</param>
/// <param name="Element">The metadata name of an object.</param>
internal sealed record RequestObjects(string Method, string List, string Element)
{
    /// <summary>The member of an outcome that has what the single call gives; null where the outcome is not asked for.</summary>
    public string? Result { get; init; }

    /// <summary>Where each parameter of the single call goes: a path of members of the object. A parameter that is given and is not here keeps the method from being used, unless it is one of the method too.</summary>
    public required ImmutableArray<(string Parameter, string Path)> Members { get; init; }

    /// <summary>What the single call says of itself where a parameter is not given, and an object does not.</summary>
    public ImmutableArray<(string Parameter, string Text)> Defaults { get; init; } = [];

    /// <summary>Parameters that have to be given: what the single call does without them is not known to be what the method for many does.</summary>
    public ImmutableArray<string> Required { get; init; } = [];
}
