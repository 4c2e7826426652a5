using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>What keeps a piece of text from being taken apart, whatever it does.</summary>
internal static class Obstacle
{
    /// <summary>The first one in a piece of code; null where there is none.</summary>
    public static Blocker? Find(SyntaxNode code)
    {
        if (code.ContainsDirectives && code.DescendantTrivia().FirstOrDefault(t => t.IsDirective && code.Span.Contains(t.Span)) is { IsDirective: true } directive)
        {
            return new Blocker("a preprocessor directive stands inside the loop", directive.GetLocation());
        }

        return code.DescendantNodes().FirstOrDefault(IsSetting) is { } setting ? new Blocker($"'{setting.GetFirstToken().ValueText}' stands around statements of the loop", setting.GetFirstToken().GetLocation()) : null;
    }

    /// <summary>Whether a statement says how those inside it are to be compiled: to the compiler's operations it is no more than its block.</summary>
    public static bool IsSetting(SyntaxNode node) => node is CheckedStatementSyntax or UnsafeStatementSyntax;
}
