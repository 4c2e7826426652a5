using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>
/// The changed project as it will be with its usings. The host's clean-up adds them later; here they stand in front of the first line, where they move no line.
/// One compilation serves all files.
/// </summary>
internal sealed class ChangeProbe
{
    private static readonly string[] Imports = ["System.Linq", "System.Collections.Generic", "BatchMigrate"];

    private readonly Lazy<Task<(Project Project, Dictionary<DocumentId, int> Shifts)>> probe;

    /// <param name="after">The project with the change.</param>
    /// <param name="documents">The files that are changed.</param>
    public ChangeProbe(Project after, IReadOnlyCollection<DocumentId> documents) => probe = new(() => MakeAsync(after, documents));

    /// <summary>What the compiler says of a file.</summary>
    /// <param name="before">The file without the change.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ChangeMessages> MessagesAsync(Document before, CancellationToken cancellationToken)
    {
        var (project, shifts) = await probe.Value.ConfigureAwait(false);
        return await ChangeMessages.OfAsync(before, project.GetDocument(before.Id)!, shifts[before.Id], cancellationToken).ConfigureAwait(false);
    }

    // Without a token: the files share it.
    private static async Task<(Project Project, Dictionary<DocumentId, int> Shifts)> MakeAsync(Project after, IReadOnlyCollection<DocumentId> documents)
    {
        var (solution, shifts) = (after.Solution, new Dictionary<DocumentId, int>());
        foreach (var id in documents)
        {
            var document = solution.GetDocument(id)!;
            var there = (await document.GetSyntaxRootAsync().ConfigureAwait(false) as CompilationUnitSyntax)?.Usings.Where(static u => u.Alias is null).Select(static u => u.Name?.ToString()).ToList() ?? [];
            var usings = string.Concat(Imports.Where(i => !there.Contains(i)).Select(static i => $"using {i}; "));
            shifts[id] = usings.Length;
            solution = solution.WithDocumentText(id, (await document.GetTextAsync().ConfigureAwait(false)).Replace(0, 0, usings));
        }

        return (solution.GetProject(after.Id)!, shifts);
    }
}
