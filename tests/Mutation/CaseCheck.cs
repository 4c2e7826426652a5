using System.Collections.Immutable;
using System.Globalization;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.Mutation;

/// <summary>What a change of the analyzers can make different: the findings, the reason that BM0010 gives, the fixed text. Whether that compiles is known where the text is the expected one.</summary>
internal static class CaseCheck
{
    // No case needs so many.
    private const int MostRounds = 8;

    /// <summary>Checks a case.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    public static async Task<string?> RunAsync(CaseFile file)
    {
        try
        {
            using var workspace = new AdhocWorkspace();
            var project = TestProject.Build(workspace, [file.ToProject()]).Projects.Single();
            var findings = await FixEngine.OfPackage.AnalyzeAsync(project);
            if (!Places(findings.Select(static d => (d.Id, d.Location.SourceSpan))).SequenceEqual(Places(file.Expected.Select(static e => (e.Id, e.Span)))))
            {
                return "Other findings.";
            }

            return file.Verdict switch
            {
                Verdict.Blocked when !findings.Any(d => d.GetMessage(CultureInfo.InvariantCulture).Contains(file.Blocker!, StringComparison.Ordinal)) => "Another reason.",
                Verdict.Blocked when !findings.SelectMany(static d => d.AdditionalLocations).Where(l => Path.GetFileName(l.SourceTree!.FilePath) == file.Id + ".cs").Select(static l => l.SourceSpan.Start).Distinct().Order().SequenceEqual(file.Reasons) => "Another place of the reason.",
                Verdict.Fixed when !file.AllowErrors && !await IsFixedAsync(file, project, findings) => "Another text.",
                _ => null,
            };
        }
        catch (Exception e)
        {
            return e.GetType().Name;
        }
    }

    private static IEnumerable<(string Id, TextSpan Span)> Places(IEnumerable<(string Id, TextSpan Span)> findings) =>
        findings.OrderBy(static f => f.Span.Start).ThenBy(static f => f.Span.Length).ThenBy(static f => f.Id, StringComparer.Ordinal);

    private static async Task<bool> IsFixedAsync(CaseFile file, Project project, ImmutableArray<Diagnostic> findings)
    {
        for (var round = 0; round < MostRounds && await FixAsync(project, findings) is { } next; round++)
        {
            project = next;
            findings = await FixEngine.OfPackage.AnalyzeAsync(project);
        }

        var expected = file.OtherFixedSources.Append((Name: file.Id + ".cs", Text: file.FixedSource!)).ToDictionary(static o => o.Name, static o => o.Text);
        foreach (var document in project.Documents)
        {
            if (expected.TryGetValue(document.Name, out var text) && (await document.GetTextAsync()).ToString() != text)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Fixes all that one of the fixes can; null where nothing is left to fix.</summary>
    private static async Task<Project?> FixAsync(Project project, ImmutableArray<Diagnostic> findings)
    {
        foreach (var fix in Tools.Fixes)
        {
            var own = findings.Where(d => fix.FixableDiagnosticIds.Contains(d.Id)).ToImmutableArray();
            var context = new FixAllContext(project.Documents.First(), fix, FixAllScope.Project, null!, fix.FixableDiagnosticIds, new Known(own), default);
            if (!own.IsEmpty && await fix.GetFixAllProvider()!.GetFixAsync(context) is { } action)
            {
                return (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id);
            }
        }

        return null;
    }

    private sealed class Known(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return findings.Where(d => d.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);
    }
}
