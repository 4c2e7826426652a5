using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Tests.Editors;

/// <summary>Each finding of each case alone, as a light bulb asks for it.</summary>
public sealed class LightBulbTests
{
    /// <summary>The words of the menu, which are the equivalence keys' other half: somebody may have scripts that name them.</summary>
    private static readonly Dictionary<string, string> Titles = new()
    {
        ["BM0001"] = "Send the requests of the loop as one batch",
        ["BM0002"] = "Send the requests as one batch, with limits",
        ["BM0003"] = "Call the method for all items at once",
        ["BM0004"] = "Send these requests as one batch",
        ["BM0005"] = "Generate the embeddings together",
        ["BM0006"] = "Write the records together",
        ["BM0007"] = "Search for all queries together",
        ["BM0011"] = "Throw if an item failed",
    };

    public static TheoryData<string> Cases { get; } = [.. CaseFile.All.Where(static c => c.Verdict != Verdict.Silent).Select(static c => c.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_finding_alone_has_one_fix_that_compiles(string id)
    {
        var file = CaseFile.Get(id);
        using var workspace = new AdhocWorkspace();
        var solution = TestProject.Build(workspace, [file.ToProject()]);
        var findings = await FixEngine.OfPackage.AnalyzeAsync(solution.Projects.Single());
        foreach (var finding in findings)
        {
            var document = solution.GetDocument(finding.Location.SourceTree)!;
            var actions = await Editor.AskAsync(document, finding);
            if (!Titles.TryGetValue(finding.Id, out var title))
            {
                Assert.Empty(actions);
                continue;
            }

            var action = Assert.Single(actions);
            Assert.Equal((title, finding.Id), (action.Title, action.EquivalenceKey));
            await OtherSpansAsync(document, finding, title);

            // The first one is the first step of the test of the case.
            if (finding != findings[0] && !file.AllowErrors)
            {
                var changed = await Editor.ApplyAsync(action);
                Assert.NotNull(changed);
                Assert.Empty(await Editor.MessagesAsync(changed, DiagnosticSeverity.Warning));
            }
        }
    }

    /// <summary>An editor that has another idea of the place gets the same fix or none.</summary>
    private static async Task OtherSpansAsync(Document document, Diagnostic finding, string title)
    {
        var (tree, span) = (finding.Location.SourceTree!, finding.Location.SourceSpan);
        var root = await tree.GetRootAsync();
        var call = root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>(i => i.Expression.Span == span)!;
        var line = (await tree.GetTextAsync()).Lines.GetLineFromPosition(span.Start).Span;
        foreach (var other in new[] { call.Expression.GetLastToken().Span, new TextSpan(span.Start, 0), new TextSpan(span.End, 0), call.Span, line, root.FullSpan, new TextSpan(0, 0) })
        {
            var moved = Diagnostic.Create(finding.Descriptor, Location.Create(tree, other));
            foreach (var action in await Editor.AskAsync(document, moved))
            {
                Assert.Equal(title, action.Title);
                Assert.NotNull(await Editor.ApplyAsync(action));
            }
        }
    }
}
