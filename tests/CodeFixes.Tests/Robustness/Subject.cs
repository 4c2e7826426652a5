using System.Collections.Concurrent;
using System.Collections.Immutable;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Tests.Robustness;

/// <summary>A case as a project of a workspace, ready to be damaged. Each edit is one step away from a compilation whose references are bound.</summary>
internal sealed class Subject
{
    /// <summary>Projects without a file, by their references: cases that have the same references share the bound ones.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<Project>> Bases = new();

    private readonly TestProject description;
    private readonly string key;
    private readonly Project project;
    private readonly ImmutableArray<DocumentId> documents;

    public Subject(CaseFile file)
    {
        File = file;
        description = file.ToProject();
        key = string.Join(',', file.Uses) + (description.Sources.Any(static s => IsProgram(s.Text)) ? "!" : string.Empty);
        project = Populate(BaseOf(key, description));
        documents = [.. project.DocumentIds];
    }

    /// <summary>The case.</summary>
    public CaseFile File { get; }

    /// <summary>All edits of a kind.</summary>
    public async Task<ImmutableArray<Edit>> EditsAsync(EditKind kind, int seed, int randomEdits)
    {
        var edits = ImmutableArray.CreateBuilder<Edit>();
        for (var i = 0; i < documents.Length; i++)
        {
            var document = project.GetDocument(documents[i])!;
            var root = (await document.GetSyntaxRootAsync())!;
            edits.AddRange(kind switch
            {
                EditKind.TokenDeleted => Edits.DeletedTokens(root, i),
                EditKind.StatementDoubled => Edits.DoubledStatements(root, i),
                EditKind.TypeMissing => Edits.MissingTypes((await document.GetSemanticModelAsync())!, root, i),
                _ => Edits.Random(root, i, seed, randomEdits),
            });
        }

        if (kind == EditKind.TypeMissing)
        {
            edits.AddRange(Edits.MissingReferences(description));
        }

        return edits.ToImmutable();
    }

    /// <summary>The case with an edit.</summary>
    public async Task<Project> WithAsync(Edit edit)
    {
        switch (edit)
        {
            case TextEdit text:
                var id = documents[text.File];
                var whole = await project.GetDocument(id)!.GetTextAsync();
                return project.Solution.WithDocumentText(id, whole.WithChanges(text.Changes.OrderBy(static c => c.Span.Start))).GetProject(project.Id)!;
            case ReferenceEdit references:
                return Populate(BaseOf($"{key} {references.What}", description with { References = [.. description.References.Where(references.IsKept)] }));
            default:
                return project;
        }
    }

    private Project Populate(Project empty)
    {
        var solution = empty.Solution.WithProjectParseOptions(empty.Id, new CSharpParseOptions(description.LanguageVersion));
        foreach (var (path, text) in description.Sources)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(empty.Id), path, SourceText.From(text), filePath: $"/{path}");
        }

        if (!description.EditorConfig.IsEmpty)
        {
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(empty.Id), ".editorconfig", SourceText.From("root = true\n[*.cs]\n" + string.Join('\n', description.EditorConfig) + "\n"), filePath: "/.editorconfig");
        }

        return solution.GetProject(empty.Id)!;
    }

    private static Project BaseOf(string key, TestProject description) => Bases.GetOrAdd(key, _ => new(() => Empty(description))).Value;

    private static Project Empty(TestProject description)
    {
        using var workspace = new AdhocWorkspace();
        var project = TestProject.Build(workspace, [description]).Projects.Single();
        var solution = project.Solution.RemoveDocuments([.. project.DocumentIds]).RemoveAnalyzerConfigDocuments([.. project.AnalyzerConfigDocuments.Select(static d => d.Id)]);
        project = solution.GetProject(project.Id)!;
        _ = project.GetCompilationAsync().GetAwaiter().GetResult()!.GetSpecialType(SpecialType.System_Object);
        return project;
    }

    private static bool IsProgram(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().ChildNodes().Any(static n => n is GlobalStatementSyntax);
}
