using Microsoft.CodeAnalysis.CSharp;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Names as code writes them.</summary>
internal static class Identifiers
{
    public static string Write(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
