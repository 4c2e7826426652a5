using System.Collections.Immutable;
using System.Globalization;
using BatchMigrate.Analyzers.Rules;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.Mutation;

/// <summary>
/// What a change of the analyzers can make different in a case: the findings, the reason that BM0010 gives, the fixed text. The case is bound once and planned again for each change;
/// it is fixed again only where its plans are others than those whose text is known, because a plan is all that the fix is written from.
/// </summary>
internal sealed class CaseCheck : ICheck
{
    // No case needs so many.
    private const int MostRounds = 8;

    private static readonly ImmutableHashSet<string> Rules = [.. new RepeatedCallAnalyzer().SupportedDiagnostics.Select(static d => d.Id)];

    private readonly CaseFile file;
    private readonly BoundCode code;
    private readonly ImmutableArray<(string Id, TextSpan Span)> expected;
    private readonly Dictionary<string, bool> texts = [];

    private CaseCheck(CaseFile file, BoundCode code)
    {
        this.file = file;
        this.code = code;
        expected = [.. Places(file.Expected.Where(static e => Rules.Contains(e.Id)))];
    }

    /// <summary>Binds a case.</summary>
    public static async Task<ICheck> CreateAsync(CaseFile file) => new CaseCheck(file, await BoundCode.OfAsync(file.ToProject()));

    /// <inheritdoc/>
    public async Task<string?> RunAsync()
    {
        var (findings, plans) = code.Plan();
        if (!Places(findings.Select(static d => (d.Id, d.Location.SourceSpan))).SequenceEqual(expected))
        {
            return "Other findings.";
        }

        var messages = findings.OrderBy(static d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(static d => d.Location.SourceSpan.Start).Select(static d => d.GetMessage(CultureInfo.InvariantCulture)).Distinct();
        if (expected.Length > 0 && !messages.SequenceEqual(file.Messages))
        {
            return "Other messages.";
        }

        return file.Verdict switch
        {
            Verdict.Blocked when !findings.SelectMany(static d => d.AdditionalLocations).Where(l => Path.GetFileName(l.SourceTree!.FilePath) == file.Id + ".cs").Select(static l => l.SourceSpan.Start).Distinct().Order().SequenceEqual(file.Reasons) => "Another place of the reason.",
            Verdict.Fixed when !file.AllowErrors && !findings.IsEmpty && !await IsFixedAsync(plans, findings) => "Another text.",
            _ => null,
        };
    }

    private static IEnumerable<(string Id, TextSpan Span)> Places(IEnumerable<(string Id, TextSpan Span)> findings) =>
        findings.OrderBy(static f => f.Span.Start).ThenBy(static f => f.Span.Length).ThenBy(static f => f.Id, StringComparer.Ordinal);

    private async Task<bool> IsFixedAsync(string plans, ImmutableArray<Diagnostic> findings)
    {
        if (!texts.TryGetValue(plans, out var isExpected))
        {
            texts.Add(plans, isExpected = await IsFixedAsync(findings));
        }

        return isExpected;
    }

    private async Task<bool> IsFixedAsync(ImmutableArray<Diagnostic> findings)
    {
        var current = code.Project;
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
