using Microsoft.CodeAnalysis.CSharp;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Lists of names as settings write them.</summary>
internal static class NameLists
{
    // A ';' would be natural too, but the compiler takes it for the start of a comment.
    private static readonly char[] Separators = [',', '|'];

    /// <summary>The entries of a list, without the empty ones.</summary>
    public static IEnumerable<string> Split(string text) => text.Split(Separators).Select(static e => e.Trim()).Where(static e => e.Length > 0);

    /// <summary>Whether a text is a name of at least <paramref name="parts"/> identifiers with dots between them.</summary>
    public static bool IsName(string text, int parts) => text.Split('.') is var pieces && pieces.Length >= parts && pieces.All(SyntaxFacts.IsValidIdentifier);
}
