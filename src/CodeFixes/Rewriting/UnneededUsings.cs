using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Takes out the usings that a change has left without a use. The compiler itself tells which; what was not needed before is the user's own.</summary>
internal static class UnneededUsings
{
    private const string Unneeded = "CS8019";

    /// <summary>The document without the usings that were needed before the change and no longer are.</summary>
    /// <param name="root">The changed document.</param>
    /// <param name="document">The document, for whether it belongs to several projects.</param>
    /// <param name="messages">What the compiler says.</param>
    public static SyntaxNode Remove(SyntaxNode root, Document document, ChangeMessages messages)
    {
        // Another project or another symbol may need them, and nothing is known of code that does not compile.
        if (HasConditions(root) || !document.GetLinkedDocumentIds().IsEmpty || messages.After.Any(static m => m.Severity == DiagnosticSeverity.Error))
        {
            return root;
        }

        var before = new HashSet<string>(Find(messages.Before, messages.RootBefore).Select(static u => u.ToString()));
        var after = new HashSet<int>(Find(messages.After, messages.RootAfter).Select(u => u.SpanStart - messages.Shift));
        var written = new Lazy<string>(root.ToString);
        var unneeded = UsingsOf(root).Where(u => after.Contains(u.SpanStart) && !before.Contains(u.ToString()) && !(u.Alias is null && written.Value.Contains($"global::{u.Name}."))).ToList();
        foreach (var group in unneeded.GroupBy(static u => u.Parent).ToList())
        {
            // The clean-up adds its own where others stand; the last one therefore stays.
            if (group.Count() == UsingsOf(group.Key!).Count())
            {
                unneeded.Remove(group.Last());
            }
        }

        unneeded.RemoveAll(static u => u.ContainsDirectives || (HasComment(u) && !IsFirst(u)));
        var tracked = root.TrackNodes(unneeded);
        foreach (var directive in unneeded)
        {
            var current = tracked.GetCurrentNode(directive)!;
            tracked = tracked.RemoveNode(current, KeepsTrivia(current) ? SyntaxRemoveOptions.KeepLeadingTrivia : SyntaxRemoveOptions.KeepNoTrivia)!;
        }

        return tracked;
    }

    private static bool HasConditions(SyntaxNode root) => root.ContainsDirectives && root.DescendantNodes(descendIntoTrivia: true).OfType<IfDirectiveTriviaSyntax>().Any();

    private static IEnumerable<UsingDirectiveSyntax> Find(IEnumerable<Diagnostic> messages, SyntaxNode root) =>
        messages.Where(static m => m.Id == Unneeded).Select(m => root.FindNode(m.Location.SourceSpan).FirstAncestorOrSelf<UsingDirectiveSyntax>()).OfType<UsingDirectiveSyntax>();

    private static IEnumerable<UsingDirectiveSyntax> UsingsOf(SyntaxNode node) =>
        node.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>().Where(static u => u.GlobalKeyword.IsKind(SyntaxKind.None));

    private static bool IsFirst(UsingDirectiveSyntax directive) => directive.SpanStart == directive.SyntaxTree.GetRoot().GetFirstToken().SpanStart;

    private static bool HasComment(UsingDirectiveSyntax directive) => directive.GetLeadingTrivia().Any(Layout.IsComment) || directive.GetTrailingTrivia().Any(Layout.IsComment);

    /// <summary>What stands above the first line of a file, and the blank line above a group of which others remain.</summary>
    private static bool KeepsTrivia(UsingDirectiveSyntax directive) =>
        directive.GetLeadingTrivia().Any(Layout.IsComment)
        || (directive.GetLeadingTrivia().Any(SyntaxKind.EndOfLineTrivia) && directive.GetLastToken().GetNextToken().Parent is UsingDirectiveSyntax next && !next.GetLeadingTrivia().Any(SyntaxKind.EndOfLineTrivia));
}
