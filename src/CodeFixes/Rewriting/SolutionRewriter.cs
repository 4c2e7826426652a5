using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Executes plans, wherever their code stands: one change of text for each document.</summary>
internal static class SolutionRewriter
{
    private const string SymbolId = "SymbolId";

    /// <summary>What the writers call of <c>System.Linq</c>.</summary>
    private static readonly string[] LinqCalls = [".Zip(", ".Select(", ".ToList("];

    /// <summary>The solution with the plans of one project executed. Imports, names and layout are completed by the host's clean-up of annotated nodes.</summary>
    public static async Task<Solution> ApplyAsync(Project project, IEnumerable<Plan> plans, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return project.Solution;
        }

        var session = new RewriteSession(compilation);
        var changes = new Dictionary<DocumentId, List<TextChange>>();
        foreach (var plan in plans)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var written = session.Write(plan).Select(c => (Id: project.GetDocument(c.Tree)?.Id, c.Change)).ToList();
            if (written.All(w => w.Id is not null && !(changes.TryGetValue(w.Id, out var there) && there.Any(t => t.Span.OverlapsWith(w.Change.Span)))))
            {
                session.Accept(plan);
                foreach (var (id, change) in written)
                {
                    (changes.TryGetValue(id!, out var there) ? there : changes[id!] = []).Add(change);
                }
            }
        }

        return await ApplyAsync(project, changes, compilation, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Solution> ApplyAsync(Project project, Dictionary<DocumentId, List<TextChange>> changes, Compilation compilation, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        foreach (var change in changes)
        {
            var document = project.GetDocument(change.Key)!;
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (change.Value.Any(static c => LinqCalls.Any(call => c.NewText!.Contains(call)))
                && await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is CompilationUnitSyntax unit
                && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
                && LinqImport.Find(unit, text, model) is { } import)
            {
                change.Value.Add(import);
            }

            change.Value.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
            solution = solution.WithDocumentText(change.Key, text.WithChanges(change.Value));
        }

        foreach (var id in changes.Keys)
        {
            if (await SyntaxErrors.AreAddedAsync(project.GetDocument(id)!, solution.GetDocument(id)!, cancellationToken).ConfigureAwait(false))
            {
                return project.Solution;
            }
        }

        // Files do not need one another from here on: all of them are looked at in one compilation, at the same time.
        var probe = new ChangeProbe(solution.GetProject(project.Id)!, changes.Keys);
        var completed = await Task.WhenAll(changes.Select(change => Task.Run(() => CompleteAsync(project, solution, change, compilation, probe, cancellationToken), cancellationToken))).ConfigureAwait(false);
        foreach (var (id, root) in completed)
        {
            solution = solution.WithDocumentSyntaxRoot(id, root);
        }

        return solution;
    }

    /// <summary>The file with its text written, with annotations for the host's clean-up, and what the compiler says of the change settled.</summary>
    private static async Task<(DocumentId Id, SyntaxNode Root)> CompleteAsync(Project project, Solution solution, KeyValuePair<DocumentId, List<TextChange>> change, Compilation compilation, ChangeProbe probe, CancellationToken cancellationToken)
    {
        var document = solution.GetDocument(change.Key)!;
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var nodes = WrittenNodes(root, SpansOf(change.Value)).Where(n => NeedsCleanUp(n, compilation)).ToList();
        root = root.ReplaceNodes(nodes, (original, rewritten) => Annotate(original, rewritten, compilation));
        var messages = await probe.MessagesAsync(project.GetDocument(change.Key)!, cancellationToken).ConfigureAwait(false);
        return (change.Key, UnneededUsings.Remove(Nullability.Restore(root, messages), document, messages));
    }

    /// <summary>The nodes that lie within written text.</summary>
    /// <param name="root">The file.</param>
    /// <param name="spans">The written texts, in the order of the file.</param>
    private static IEnumerable<SyntaxNode> WrittenNodes(SyntaxNode root, List<TextSpan> spans)
    {
        return root.DescendantNodes(n => First(n.FullSpan.Start) is var at && at < spans.Count && spans[at].Start <= n.FullSpan.End).Where(n => IsWritten(n.Span));

        // The first text that does not end before a position.
        int First(int position)
        {
            var (low, high) = (0, spans.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = spans[middle].End < position ? (middle + 1, high) : (low, middle);
            }

            return low;
        }

        bool IsWritten(TextSpan span)
        {
            for (var at = First(span.Start); at < spans.Count && spans[at].Start <= span.Start; at++)
            {
                if (spans[at].Contains(span))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Where the written texts stand once all of them are in.</summary>
    private static List<TextSpan> SpansOf(List<TextChange> changes)
    {
        var offset = 0;
        var written = new List<TextSpan>();
        foreach (var change in changes)
        {
            written.Add(new TextSpan(change.Span.Start + offset, change.NewText!.Length));
            offset += change.NewText.Length - change.Span.Length;
        }

        return written;
    }

    private static bool NeedsCleanUp(SyntaxNode node, Compilation compilation) => IsFullName(node, compilation) || ExtensionTypeOf(node) is not null;

    /// <summary>A full name of a type as the writers write it: in a type's place, or before a member.</summary>
    private static bool IsFullName(SyntaxNode node, Compilation compilation) => node switch
    {
        QualifiedNameSyntax { Parent: not QualifiedNameSyntax } name => StartsGlobally(name),
        MemberAccessExpressionSyntax { Parent: MemberAccessExpressionSyntax } access => StartsGlobally(access) && compilation.GetTypeByMetadataName(MetadataNameOf(access)) is not null,
        _ => false,
    };

    private static bool StartsGlobally(SyntaxNode name) => name.GetFirstToken().IsKind(SyntaxKind.GlobalKeyword);

    /// <summary>The type whose namespace an extension call needs.</summary>
    private static string? ExtensionTypeOf(SyntaxNode node) => node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } }
        ? name switch
        {
            _ when CallCatalog.BatchMethods.Contains(name) => CallCatalog.BatchType,
            "Zip" or "Chunk" or "ToList" or "ToDictionary" or "Select" => "System.Linq.Enumerable",
            _ => null,
        }
        : null;

    private static SyntaxNode Annotate(SyntaxNode original, SyntaxNode rewritten, Compilation compilation)
    {
        var type = ExtensionTypeOf(original);
        var annotated = type is null ? rewritten.WithAdditionalAnnotations(Simplifier.Annotation) : rewritten;
        return compilation.GetTypeByMetadataName(type ?? MetadataNameOf(original)) is { } symbol
            ? annotated.WithAdditionalAnnotations(new SyntaxAnnotation(SymbolId, DocumentationCommentId.CreateDeclarationId(symbol)), Simplifier.AddImportsAnnotation)
            : annotated;
    }

    private static string MetadataNameOf(SyntaxNode name) => name switch
    {
        QualifiedNameSyntax qualified => $"{MetadataNameOf(qualified.Left)}.{MetadataNameOf(qualified.Right)}",
        MemberAccessExpressionSyntax access => $"{MetadataNameOf(access.Expression)}.{MetadataNameOf(access.Name)}",
        AliasQualifiedNameSyntax alias => MetadataNameOf(alias.Name),
        GenericNameSyntax generic => $"{generic.Identifier.ValueText}`{generic.Arity}",
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => string.Empty,
    };
}
