using System.Collections.Concurrent;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit.Abstractions;

namespace BatchMigrate.Analyzers.Tests;

/// <summary>Code that ends anywhere, as it does while somebody types: every case, cut after every token of its bodies, is analysed without an exception. A long file is cut after every second token, or every third, and so on.</summary>
public sealed class TruncationTests(ITestOutputHelper output)
{
    /// <summary>Each cut analyses all that stands before it, so to cut a long file everywhere would cost the square of its length.</summary>
    private const int MostCuts = 60;

    /// <summary>All cuts are added to this one compilation, so that the references are bound once.</summary>
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Truncated",
        references: LibrarySet.Newest.With([.. CaseFile.All.SelectMany(static c => c.Uses).Distinct()]),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));

    [Fact]
    public async Task A_case_cut_after_any_token_is_analysed_without_an_exception()
    {
        var crashes = new ConcurrentBag<string>();
        var cuts = 0;
        var findings = 0;
        await Parallel.ForEachAsync(CaseFile.All, new ParallelOptions { MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, 4) }, async (file, cancellationToken) =>
        {
            var text = SourceText.From(file.Source);
            var whole = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(file.LanguageVersion), file.Id + ".cs", cancellationToken);
            foreach (var end in Ends(await whole.GetRootAsync(cancellationToken)))
            {
                var tree = whole.WithChangedText(text.WithChanges(new TextChange(TextSpan.FromBounds(end, text.Length), string.Empty)));
                var found = await AnalyzeAsync(Empty.AddSyntaxTrees(tree), crash => crashes.Add($"{file.Id} cut at {end}: {crash}"), cancellationToken);
                Interlocked.Increment(ref cuts);
                Interlocked.Add(ref findings, found);
            }
        });
        output.WriteLine($"{CaseFile.All.Length} cases, {cuts} cuts, {findings} findings");
        Assert.True(crashes.IsEmpty, $"{crashes.Count} crashes; the first:\n{crashes.FirstOrDefault()}");
        Assert.True(findings > 0, "Nothing was found in any cut: the analyzers did not run.");
    }

    /// <summary>The ends of the tokens inside bodies; before the first body there is nothing to analyse.</summary>
    private static IEnumerable<int> Ends(SyntaxNode root)
    {
        var ends = root.DescendantNodes(static n => !IsBody(n)).Where(IsBody).SelectMany(static b => b.DescendantTokens()).Where(static t => !t.IsMissing && t.Span.Length > 0).Select(static t => t.Span.End).ToList();
        var step = (ends.Count + MostCuts - 1) / MostCuts;
        return ends.Where((_, i) => i % step == 0);
    }

    private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax or EqualsValueClauseSyntax;

    private static async Task<int> AnalyzeAsync(Compilation compilation, Action<string> onCrash, CancellationToken cancellationToken)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, analyzer, _) => onCrash($"{analyzer.GetType().Name}: {exception}"), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        return (await compilation.WithAnalyzers(Tools.Analyzers, options).GetAnalyzerDiagnosticsAsync(cancellationToken)).Length;
    }
}
