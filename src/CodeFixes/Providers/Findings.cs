using System.Collections.Immutable;
using BatchMigrate.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Providers;

/// <summary>A finding by its place.</summary>
internal sealed record Finding(DocumentId Document, string Rule, TextSpan Span);

/// <summary>The findings that the host has.</summary>
internal static class HostFindings
{
    /// <summary>The findings in the scope that the user has chosen: project by project, file by file.</summary>
    public static async Task<IReadOnlyList<Finding>> OfAsync(FixAllContext context)
    {
        var findings = new List<Finding>();
        foreach (var project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            var found = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            findings.AddRange(found.Where(d => d.Location.IsInSource && context.DiagnosticIds.Contains(d.Id))
                .OrderBy(static d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal)
                .Select(d => (Document: project.GetDocument(d.Location.SourceTree), Diagnostic: d))
                .Where(static d => d.Document is not null)
                .Select(static d => new Finding(d.Document!.Id, d.Diagnostic.Id, d.Diagnostic.Location.SourceSpan)));
        }

        return findings;
    }
}

/// <summary>The findings that a fix has brought to light: the rule is asked again.</summary>
internal static class RevealedFindings
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules = [new RepeatedCallAnalyzer()];

    /// <summary>The documents of the scope that differ.</summary>
    public static IEnumerable<DocumentId> DocumentsChanged(Solution before, Solution after, FixAllContext context) =>
        after.GetChanges(before).GetProjectChanges().SelectMany(static p => p.GetChangedDocuments())
            .Where(id => context.Scope == FixAllScope.Solution || (context.Scope == FixAllScope.Document ? id == context.Document?.Id : id.ProjectId == context.Project.Id));

    /// <summary>The findings in these documents, as the settings of the solution have them.</summary>
    public static async Task<IReadOnlyList<Finding>> FindAsync(Solution solution, IReadOnlyCollection<DocumentId> documents, FixAllContext context)
    {
        var rules = Rules.Where(r => r.SupportedDiagnostics.Any(d => context.DiagnosticIds.Contains(d.Id))).ToImmutableArray();
        var findings = new List<Finding>();
        foreach (var project in documents.GroupBy(static d => d.ProjectId).Select(g => solution.GetProject(g.Key)!))
        {
            var compilation = (await project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false))!.WithAnalyzers(rules, project.AnalyzerOptions);
            foreach (var document in documents.Where(d => d.ProjectId == project.Id).Select(d => project.GetDocument(d)!).OrderBy(static d => d.FilePath, StringComparer.Ordinal))
            {
                if (await document.GetSyntaxTreeAsync(context.CancellationToken).ConfigureAwait(false) is { } tree)
                {
                    var found = await compilation.GetAnalyzerSemanticDiagnosticsAsync(compilation.Compilation.GetSemanticModel(tree), null, context.CancellationToken).ConfigureAwait(false);
                    findings.AddRange(found.Where(d => context.DiagnosticIds.Contains(d.Id)).Select(d => new Finding(document.Id, d.Id, d.Location.SourceSpan)));
                }
            }
        }

        return findings;
    }
}
