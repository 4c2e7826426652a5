using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Dependence;

/// <summary>One read or write that a piece of code makes.</summary>
/// <param name="Place">Where.</param>
/// <param name="IsWrite">Whether it writes.</param>
/// <param name="Certain">False for code that is not known and may do this.</param>
/// <param name="Node">The code that does it.</param>
internal readonly record struct Access(Place Place, bool IsWrite, bool Certain, SyntaxNode Node)
{
    /// <summary>An effect that no part of the program reads: it may change places.</summary>
    public bool IsSoft => Place.Root is World.Console or World.Log or World.Clock or World.Random;

    public bool ConflictsWith(Access other, bool sameIteration) =>
        (IsWrite && Place.Overlap(Place, other.Place, sameIteration))
        || (other.IsWrite && Place.Overlap(other.Place, Place, sameIteration));
}
