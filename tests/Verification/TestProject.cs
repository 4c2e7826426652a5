using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.Verification;

/// <summary>A project of the solution under test.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sources">Its files: name and text.</param>
public sealed record TestProject(string Name, ImmutableArray<(string Path, string Text)> Sources)
{
    /// <summary>The language version.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    /// <summary>What it is compiled against.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = Verification.References.All;

    /// <summary>The nullable context.</summary>
    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>Lines of its <c>.editorconfig</c>, below <c>[*.cs]</c>.</summary>
    public ImmutableArray<string> EditorConfig { get; init; } = [];

    /// <summary>What the SDK switches off as well: the same library in two versions.</summary>
    private static readonly ImmutableDictionary<string, ReportDiagnostic> Quiet = ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("CS1701", ReportDiagnostic.Suppress).Add("CS1702", ReportDiagnostic.Suppress);

    /// <summary>A solution of these projects.</summary>
    /// <param name="workspace">The workspace that holds it.</param>
    /// <param name="projects">The projects.</param>
    /// <returns>The solution.</returns>
    public static Solution Build(Workspace workspace, IEnumerable<TestProject> projects)
    {
        var solution = workspace.CurrentSolution;
        foreach (var project in projects)
        {
            var isProgram = project.Sources.Any(static s => CSharpSyntaxTree.ParseText(s.Text).GetRoot().ChildNodes().Any(static n => n is Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax));
            var id = ProjectId.CreateNewId(project.Name);
            solution = solution
                .AddProject(ProjectInfo.Create(id, VersionStamp.Default, project.Name, project.Name, LanguageNames.CSharp))
                .WithProjectMetadataReferences(id, project.References)
                .WithProjectCompilationOptions(id, new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: project.Nullable, allowUnsafe: true, specificDiagnosticOptions: Quiet))
                .WithProjectParseOptions(id, new CSharpParseOptions(project.LanguageVersion, DocumentationMode.Parse));
            foreach (var (path, text) in project.Sources)
            {
                solution = solution.AddDocument(DocumentId.CreateNewId(id), path, SourceText.From(text), filePath: $"/{project.Name}/{path}");
            }

            if (!project.EditorConfig.IsEmpty)
            {
                var config = "root = true\n[*.cs]\n" + string.Join('\n', project.EditorConfig) + "\n";
                solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".editorconfig", SourceText.From(config), filePath: $"/{project.Name}/.editorconfig");
            }
        }

        return solution;
    }
}
