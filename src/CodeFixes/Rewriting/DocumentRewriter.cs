using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Plans;
using BatchMigrate.Analyzers.Rules;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Executes plans in one document: all that do not overlap, in one change.</summary>
internal static class DocumentRewriter
{
    private const string SymbolId = "SymbolId";

    /// <summary>The plans for the calls at the given places, in the order of the file.</summary>
    public static async Task<IReadOnlyList<BatchPlan>> PlanAsync(Document document, IEnumerable<TextSpan> places, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return [];
        }

        var catalog = BoundCatalog.For(model.Compilation);
        if (catalog.IsEmpty)
        {
            return [];
        }

        var options = Settings.Read(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(root.SyntaxTree));
        var plans = new List<BatchPlan>();
        foreach (var place in places.Distinct().OrderBy(static p => p.Start))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (root.FullSpan.Contains(place)
                && root.FindNode(place, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>(i => i.Expression.Span == place) is { } invocation
                && model.GetOperation(invocation, cancellationToken) is IInvocationOperation operation
                && SiteFinder.Find(catalog, operation) is { } site
                && Planner.Plan(site, catalog, options).Plan is { } plan
                && !plans.Any(p => p.Loop.Syntax.Span.IntersectsWith(plan.Loop.Syntax.Span)))
            {
                plans.Add(plan);
            }
        }

        return plans;
    }

    /// <summary>The document with the plans executed. Imports, names and layout are completed by the host's clean-up of annotated nodes.</summary>
    public static async Task<Document> ApplyAsync(Document document, IReadOnlyList<BatchPlan> plans, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var names = new NameAllocator();
        var changes = plans.Select(plan => LoopWriter.Write(plan, root, text, model, names)).ToList();
        var changed = document.WithText(text.WithChanges(changes));
        var newRoot = (await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;

        var offset = 0;
        var written = new List<TextSpan>();
        foreach (var change in changes)
        {
            written.Add(new TextSpan(change.Span.Start + offset, change.NewText!.Length));
            offset += change.NewText.Length - change.Span.Length;
        }

        var nodes = written.SelectMany(span => newRoot.DescendantNodes(span).Where(n => span.Contains(n.Span))).Where(n => NeedsCleanUp(n, model.Compilation)).Distinct().ToList();
        changed = changed.WithSyntaxRoot(newRoot.ReplaceNodes(nodes, (original, rewritten) => Annotate(original, rewritten, model.Compilation)));
        return await Nullability.RestoreAsync(document, changed, cancellationToken).ConfigureAwait(false);
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
            "CompleteBatchAsync" or "CompleteBatch" or "CompleteBatchStreamingAsync" => CallCatalog.BatchType,
            "Zip" or "ToList" => "System.Linq.Enumerable",
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
