using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Imports and names completed as the host itself would do it at the end: only then the code says to the compiler what it is to say.</summary>
internal static class CleanUp
{
    /// <summary>The changed solution, complete.</summary>
    /// <param name="before">The solution without the change.</param>
    /// <param name="changed">The solution with the change.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Solution> CompleteAsync(Solution before, Solution changed, CancellationToken cancellationToken)
    {
        var operations = await CodeAction.Create("clean up", _ => Task.FromResult(changed), equivalenceKey: null).GetOperationsAsync(cancellationToken).ConfigureAwait(false);
        var solution = operations.OfType<ApplyChangesOperation>().FirstOrDefault()?.ChangedSolution ?? changed;
        foreach (var id in solution.GetChanges(before).GetProjectChanges().SelectMany(static p => p.GetChangedDocuments()))
        {
            var text = await solution.GetDocument(id)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var bare = BareLineFeeds(text).ToList();
            if (bare.Count > 0 && HasOnlyCrLf(await before.GetDocument(id)!.GetTextAsync(cancellationToken).ConfigureAwait(false)))
            {
                // An import inside of a namespace comes with the line end of the machine.
                solution = solution.WithDocumentText(id, text.WithChanges(bare.Select(static at => new TextChange(new TextSpan(at, 0), "\r"))));
            }
        }

        return solution;
    }

    private static bool HasOnlyCrLf(SourceText text) => text.Lines.Count > 1 && !BareLineFeeds(text).Any();

    private static IEnumerable<int> BareLineFeeds(SourceText text) =>
        text.Lines.Where(l => l.EndIncludingLineBreak - l.End == 1 && text[l.End] == '\n').Select(static l => l.End);
}
