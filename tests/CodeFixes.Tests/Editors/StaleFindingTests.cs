using System.Collections.Immutable;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Tests.Editors;

/// <summary>Findings of a text that has been edited since: the fix is right for the new text, or nothing happens.</summary>
public sealed class StaleFindingTests
{
    public static TheoryData<string> Cases { get; } = [.. CaseFile.All.Where(static c => c.Verdict == Verdict.Fixed && !c.AllowErrors).Select(static c => c.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_old_finding_breaks_nothing(string id)
    {
        var file = CaseFile.Get(id);
        using var workspace = new AdhocWorkspace();
        var solution = TestProject.Build(workspace, [file.ToProject()]);
        var findings = await FixEngine.OfPackage.AnalyzeAsync(solution.Projects.Single());
        var finding = findings[^1];
        var document = solution.GetDocument(finding.Location.SourceTree)!;
        foreach (var change in Edits(await document.GetSyntaxRootAsync() ?? throw new InvalidOperationException("No syntax."), finding.Location.SourceSpan))
        {
            var edited = document.WithText((await document.GetTextAsync()).WithChanges(change));
            var errors = await Editor.MessagesAsync(edited.Project.Solution, DiagnosticSeverity.Error);
            foreach (var action in await Editor.AskAsync(edited, finding))
            {
                await AssertRightAsync(edited, await Editor.ApplyAsync(action), errors);
            }

            foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Solution })
            {
                await AssertRightAsync(edited, await Editor.FixAllAsync(edited, scope, finding.Id, _ => findings), errors);
            }
        }
    }

    /// <summary>What a user may have typed meanwhile: something above, something else in the call's place, or nothing any longer.</summary>
    private static IEnumerable<TextChange> Edits(SyntaxNode root, TextSpan site)
    {
        var call = root.FindNode(site, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>(i => i.Expression.Span == site)!;
        yield return new TextChange(new TextSpan(0, 0), "// typed above\n");
        yield return new TextChange(call.Expression.GetLastToken().Span, "Something");
        yield return new TextChange(call.ArgumentList.Span, "()");
        yield return new TextChange(call.FirstAncestorOrSelf<StatementSyntax>() is { } statement and not BlockSyntax ? statement.Span : call.Span, string.Empty);
        yield return new TextChange(TextSpan.FromBounds(site.Start + 1, root.FullSpan.End), string.Empty);
        yield return new TextChange(root.FullSpan, string.Empty);
    }

    private static async Task AssertRightAsync(Document edited, Solution? changed, ImmutableArray<string> errors)
    {
        if (changed is not null && !(await Editor.TextsAsync(changed)).SequenceEqual(await Editor.TextsAsync(edited.Project.Solution)))
        {
            Assert.Empty((await Editor.MessagesAsync(changed, DiagnosticSeverity.Error)).Except(errors));
        }
    }
}
