using System.Collections.Immutable;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BatchMigrate.CodeFixes.Tests.Editors;

/// <summary>Asks for fixes as editors do: for one finding at a time, or for all that they have kept of a scope.</summary>
internal static class Editor
{
    /// <summary>What the light bulb of a finding offers.</summary>
    public static async Task<List<CodeAction>> AskAsync(Document document, Diagnostic finding, CancellationToken cancellationToken = default)
    {
        var actions = new List<CodeAction>();
        foreach (var provider in ProvidersOf(finding.Id))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), cancellationToken));
        }

        return actions;
    }

    /// <summary>Fixes all of the kept findings of one rule.</summary>
    /// <param name="document">Where the user asked.</param>
    /// <param name="scope">The document, the project or the solution.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="kept">The findings by project, as the editor has them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The solution afterwards.</returns>
    public static async Task<Solution> FixAllAsync(Document document, FixAllScope scope, string rule, Func<Project, IEnumerable<Diagnostic>> kept, CancellationToken cancellationToken = default)
    {
        var solution = document.Project.Solution;
        foreach (var provider in ProvidersOf(rule))
        {
            var context = new FixAllContext(document, provider, scope, rule, [rule], new Kept(kept), cancellationToken);
            if (await provider.GetFixAllProvider()!.GetFixAsync(context) is { } action)
            {
                solution = await ApplyAsync(action, cancellationToken) ?? solution;
            }
        }

        return solution;
    }

    /// <summary>The solution that an action leads to; null where it has nothing to change.</summary>
    public static async Task<Solution?> ApplyAsync(CodeAction action, CancellationToken cancellationToken = default) =>
        (await action.GetOperationsAsync(cancellationToken)).OfType<ApplyChangesOperation>().SingleOrDefault()?.ChangedSolution;

    /// <summary>The texts of all files, by project and name.</summary>
    public static async Task<SortedDictionary<string, string>> TextsAsync(Solution solution)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in solution.Projects.SelectMany(static p => p.Documents))
        {
            texts[$"{document.Project.Name}/{document.Name}"] = (await document.GetTextAsync()).ToString();
        }

        return texts;
    }

    /// <summary>What the compiler says of a solution, without places: a fix may move what was there.</summary>
    public static async Task<ImmutableArray<string>> MessagesAsync(Solution solution, DiagnosticSeverity atLeast)
    {
        var messages = ImmutableArray.CreateBuilder<string>();
        foreach (var project in solution.Projects)
        {
            messages.AddRange((await project.GetCompilationAsync())!.GetDiagnostics().Where(d => d.Severity >= atLeast && d.Id is not ("CS8019" or "CS1591")).Select(static d => $"{d.Id} {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"));
        }

        return messages.ToImmutable();
    }

    private static IEnumerable<CodeFixProvider> ProvidersOf(string rule) => Tools.Fixes.Where(f => f.FixableDiagnosticIds.Contains(rule));

    private sealed class Kept(Func<Project, IEnumerable<Diagnostic>> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(findings(project));

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(findings(document.Project).Where(d => Path.GetFileName(d.Location.SourceTree?.FilePath) == document.Name));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
