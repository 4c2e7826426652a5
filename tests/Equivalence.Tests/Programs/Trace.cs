using System.Collections.Immutable;
using BatchMigrate.Equivalence.Tests.Scripting;

namespace BatchMigrate.Equivalence.Tests.Programs;

/// <summary>All that can be seen of one run.</summary>
/// <param name="Effects">Outputs and console writes in order.</param>
/// <param name="Requests">The requests in the order of their arrival.</param>
/// <param name="Escaped">The exception that left the program, or null.</param>
/// <param name="State">What the run's variables and the program's static fields hold at the end.</param>
internal sealed record Trace(ImmutableArray<Effect> Effects, ImmutableArray<Request> Requests, string? Escaped, ImmutableArray<(string Path, string Value)> State)
{
    /// <summary>Type and message of an exception and of those inside it.</summary>
    public static string Describe(Exception exception) =>
        $"{exception.GetType().FullName}: {exception.Message}" + (exception.InnerException is { } inner ? " <- " + Describe(inner) : string.Empty);
}
