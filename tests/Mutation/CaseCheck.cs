using System.Collections.Immutable;
using System.Globalization;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Rules;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.Mutation;

/// <summary>
/// What a change of the analyzers can make different in a case: the findings, the reason that BM0010 gives, the fixed text. The case is bound once and planned again for each change;
/// it is fixed again only where its plans are others than those whose text is known, because a plan is all that the fix is written from.
/// </summary>
internal sealed class CaseCheck : IDisposable
{
    // No case needs so many.
    private const int MostRounds = 8;

    private static readonly ImmutableHashSet<string> Rules = [.. new RepeatedCallAnalyzer().SupportedDiagnostics.Select(static d => d.Id)];

    private readonly CaseFile file;
    private readonly AdhocWorkspace workspace;
    private readonly Project project;
    private readonly BoundCatalog catalog;
    private readonly ImmutableArray<(string Id, TextSpan Span)> expected;
    private readonly ImmutableArray<IInvocationOperation> calls;
    private readonly Dictionary<string, bool> texts = [];

    // Documents hold their model weakly.
    private readonly ImmutableArray<SemanticModel> models;

    private CaseCheck(CaseFile file, AdhocWorkspace workspace, Project project, Compilation compilation, ImmutableArray<SemanticModel> models)
    {
        this.file = file;
        this.workspace = workspace;
        this.project = project;
        this.models = models;
        catalog = BoundCatalog.For(compilation);
        expected = [.. Places(file.Expected.Where(static e => Rules.Contains(e.Id)))];
        calls =
        [
            .. models.SelectMany(static m => m.SyntaxTree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Select(i => m.GetOperation(i)).OfType<IInvocationOperation>()),
        ];
    }

    /// <summary>Binds a case.</summary>
    public static async Task<CaseCheck> CreateAsync(CaseFile file)
    {
        var workspace = new AdhocWorkspace();
        var project = TestProject.Build(workspace, [file.ToProject()]).Projects.Single();
        var models = ImmutableArray.CreateBuilder<SemanticModel>();
        foreach (var document in project.Documents)
        {
            models.Add((await document.GetSemanticModelAsync())!);
        }

        return new(file, workspace, project, (await project.GetCompilationAsync())!, models.ToImmutable());
    }

    /// <summary>Checks the case.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    public async Task<string?> RunAsync()
    {
        try
        {
            Memory.Forget();
            foreach (var model in models)
            {
                catalog.Reuse(model);
            }

            var planned = catalog.IsEmpty ? [] : calls.Select(c => PlanReader.Read(c, catalog, project.AnalyzerOptions.AnalyzerConfigOptionsProvider)).OfType<PlanReader.Planned>().ToList();
            var findings = planned.Select(RepeatedCallAnalyzer.Find).OfType<Diagnostic>().ToImmutableArray();
            if (!Places(findings.Select(static d => (d.Id, d.Location.SourceSpan))).SequenceEqual(expected))
            {
                return "Other findings.";
            }

            return file.Verdict switch
            {
                Verdict.Blocked when !findings.Any(d => d.GetMessage(CultureInfo.InvariantCulture).Contains(file.Blocker!, StringComparison.Ordinal)) => "Another reason.",
                Verdict.Blocked when !findings.SelectMany(static d => d.AdditionalLocations).Where(l => Path.GetFileName(l.SourceTree!.FilePath) == file.Id + ".cs").Select(static l => l.SourceSpan.Start).Distinct().Order().SequenceEqual(file.Reasons) => "Another place of the reason.",
                Verdict.Fixed when !file.AllowErrors && !findings.IsEmpty && !await IsFixedAsync(planned, findings) => "Another text.",
                _ => null,
            };
        }
        catch (Exception e)
        {
            return e.GetType().Name;
        }
    }

    public void Dispose() => workspace.Dispose();

    private static IEnumerable<(string Id, TextSpan Span)> Places(IEnumerable<(string Id, TextSpan Span)> findings) =>
        findings.OrderBy(static f => f.Span.Start).ThenBy(static f => f.Span.Length).ThenBy(static f => f.Id, StringComparer.Ordinal);

    private async Task<bool> IsFixedAsync(IEnumerable<PlanReader.Planned> planned, ImmutableArray<Diagnostic> findings)
    {
        var plans = Description.Of(planned.Select(static p => p.Result.Plan));
        if (!texts.TryGetValue(plans, out var isExpected))
        {
            texts.Add(plans, isExpected = await IsFixedAsync(findings));
        }

        return isExpected;
    }

    private async Task<bool> IsFixedAsync(ImmutableArray<Diagnostic> findings)
    {
        var current = project;
        var isFixed = false;
        for (var round = 0; round < MostRounds && !isFixed && await FixAsync(current, findings) is { } next; round++)
        {
            current = next;
            isFixed = await IsExpectedAsync(current);
            findings = isFixed ? [] : await FixEngine.OfPackage.AnalyzeAsync(current);
        }

        return isFixed;
    }

    private async Task<bool> IsExpectedAsync(Project now)
    {
        var texts = file.OtherFixedSources.Append((Name: file.Id + ".cs", Text: file.FixedSource!)).ToDictionary(static o => o.Name, static o => o.Text);
        foreach (var document in now.Documents)
        {
            if (texts.TryGetValue(document.Name, out var text) && (await document.GetTextAsync()).ToString() != text)
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
