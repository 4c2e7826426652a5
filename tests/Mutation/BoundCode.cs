using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Rules;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Mutation;

/// <summary>A project that is bound once, and planned as often as the analyzers change.</summary>
internal sealed class BoundCode
{
    private readonly BoundCatalog catalog;
    private readonly ImmutableArray<IInvocationOperation> calls;

    // Documents hold their model weakly.
    private readonly ImmutableArray<SemanticModel> models;

    private BoundCode(Project project, Compilation compilation, ImmutableArray<SemanticModel> models)
    {
        Project = project;
        this.models = models;
        catalog = BoundCatalog.For(compilation);
        calls =
        [
            .. models.SelectMany(static m => m.SyntaxTree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Select(i => m.GetOperation(i)).OfType<IInvocationOperation>()),
        ];
    }

    /// <summary>The project; its workspace lives as long.</summary>
    public Project Project { get; }

    /// <summary>Binds a project.</summary>
    public static async Task<BoundCode> OfAsync(TestProject code)
    {
        var project = TestProject.Build(new AdhocWorkspace(), [code]).Projects.Single();
        var models = ImmutableArray.CreateBuilder<SemanticModel>();
        foreach (var document in project.Documents)
        {
            models.Add((await document.GetSemanticModelAsync())!);
        }

        return new(project, (await project.GetCompilationAsync())!, models.ToImmutable());
    }

    /// <summary>Plans all calls anew.</summary>
    public Answer Plan()
    {
        foreach (var model in models)
        {
            catalog.Reuse(model);
        }

        var planned = catalog.IsEmpty ? [] : calls.Select(c => PlanReader.Read(c, catalog, Project.AnalyzerOptions.AnalyzerConfigOptionsProvider)).OfType<PlanReader.Planned>().ToList();
        return new([.. planned.Select(RepeatedCallAnalyzer.Find).OfType<Diagnostic>()], Description.Of(planned.Select(static p => p.Result.Plan)));
    }
}

/// <summary>What the analyzers say of code.</summary>
/// <param name="Findings">The findings.</param>
/// <param name="Plans">The plans as text.</param>
internal sealed record Answer(ImmutableArray<Diagnostic> Findings, string Plans);
