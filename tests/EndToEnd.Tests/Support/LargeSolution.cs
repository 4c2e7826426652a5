using System.Globalization;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BatchMigrate.EndToEnd.Tests.Support;

/// <summary>A solution as it grows over years: projects of several language versions and nullable contexts, files with either line ends, helpers in a project of their own. Its code is that of the cases.</summary>
internal sealed class LargeSolution
{
    private const string Shared = "Shared";
    private static readonly string[] Languages = ["latest", "12", "latest", "10", "13", "9", "latest", "11"];
    private static readonly string[] NullableContexts = ["enable", "disable", "enable", "warnings", "enable", "annotations"];
    private static readonly string[] Declared = ["Microsoft.Extensions.VectorData.Abstractions", "Qdrant.Client"];
    private static readonly string[] ImplicitUsings = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];
    private static readonly string[] GlobalUsings = ["System", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks", "Microsoft.Extensions.AI", "OpenAI.Chat"];

    /// <summary>Cases that stand in a library, and that need no settings and no package but those that are there.</summary>
    private static readonly List<CaseFile> Cases = [.. CaseFile.All
        .Where(static c => c.Verdict == Verdict.Fixed && !c.AllowErrors && !c.IsStrict && c.Config.IsEmpty && c.OtherSources.IsEmpty && c.Uses.All(static u => u == "OpenAI" || Declared.Contains(u)))
        .Where(static c => !CSharpSyntaxTree.ParseText(c.Source).GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any())];

    private readonly Dictionary<string, string> _files = [];

    private LargeSolution()
    {
    }

    /// <summary>The name of the solution's file.</summary>
    public static string File => "Large.slnx";

    /// <summary>How many places the cases have that are to be fixed.</summary>
    public int Sites { get; private set; }

    /// <summary>The projects with code of the cases: what the compiler in this process needs to look at them.</summary>
    public List<(string Name, TestProject Project, bool HasShared)> Projects { get; } = [];

    /// <summary>A solution of so many projects, always the same.</summary>
    /// <param name="projects">How many projects hold code of the cases.</param>
    /// <param name="sites">How many places are to be fixed, at least.</param>
    public static LargeSolution Create(int projects, int sites)
    {
        var solution = new LargeSolution();
        var names = new List<string> { $"{Shared}/{Shared}.csproj" };
        solution.AddShared();
        foreach (var package in Declared)
        {
            solution.AddDeclarations(package);
            names.Add($"{package}/{package}.csproj");
        }

        // Some more in each, because the last project may have a language that few cases compile in.
        var next = 0;
        for (var i = 0; i < projects; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Part{i:00}");
            solution.AddProject(name, i, ((sites - solution.Sites) / (projects - i)) + 2, ref next);
            names.Add($"{name}/{name}.csproj");
        }

        solution._files[File] = Support.Projects.Solution([.. names]);
        return solution;
    }

    /// <summary>Writes all files.</summary>
    public void WriteTo(Consumer consumer)
    {
        foreach (var (name, text) in _files)
        {
            consumer.Write(name, text);
        }
    }

    /// <summary>Takes cases in turn, as many as are wanted: those that compile in this language, and beside those that are there already.</summary>
    private void AddProject(string name, int number, int wanted, ref int next)
    {
        var language = Languages[number % Languages.Length];
        var nullable = NullableContexts[number % NullableContexts.Length];
        _ = LanguageVersionFacts.TryParse(language, out var version);
        var modern = version is LanguageVersion.Latest or >= LanguageVersion.CSharp10;
        var (isImplicit, isGlobal, hasDeclared, hasShared) = (modern && number % 3 == 1, modern && number % 4 == 2, number % 3 == 0, number % 4 == 0);
        var project = new TestProject(name, [])
        {
            LanguageVersion = version,
            Nullable = Enum.Parse<NullableContextOptions>(nullable, ignoreCase: true),
            References = LibrarySet.Oldest.With(hasDeclared ? [.. Declared] : []),
        };
        var usings = (isImplicit ? ImplicitUsings : []).Concat(isGlobal ? GlobalUsings : []).Distinct().Select(static u => $"global using {u};\n").ToList();
        if (usings.Count > 0)
        {
            project = project with { Sources = [("Usings.cs", string.Concat(usings))] };
        }

        if (isGlobal)
        {
            _files[$"{name}/Usings.cs"] = string.Concat(GlobalUsings.Select(static u => $"global using {u};\n"));
        }

        var found = 0;
        for (var tries = 0; tries < Cases.Count && found < wanted; tries++)
        {
            var file = Cases[next++ % Cases.Count];
            if (!hasDeclared && file.Uses.Any(Declared.Contains))
            {
                continue;
            }

            var text = isGlobal ? WithoutGlobal(file.Source) : file.Source;
            var grown = project with { Sources = project.Sources.Add((file.Id + ".cs", text)) };
            if (Compiles(grown))
            {
                (project, found) = (grown, found + file.Expected.Count(static e => e.Id != "BM0010"));
                _files[$"{name}/{file.Id}.cs"] = Layout(text, number + project.Sources.Length);
            }
        }

        Sites += found;
        Projects.Add((name, project, hasShared));
        if (hasShared)
        {
            _files[$"{name}/Rating.cs"] = Layout(RatingOf(name), number);
            Sites++;
        }

        _files[$"{name}/{name}.csproj"] = Support.Projects.Mixed(
            language, nullable, isImplicit, [.. hasShared ? [Shared] : Array.Empty<string>(), .. hasDeclared ? Declared : []]);
    }

    private static string WithoutGlobal(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Split('\n').Where(static line => !GlobalUsings.Any(u => line == $"using {u};")).Select(static line => line + "\n")).TrimEnd('\n') + "\n";

    /// <summary>Every third file has the line ends of Windows, every fifth a byte order mark.</summary>
    private static string Layout(string text, int number) => (number % 5 == 0 ? "\uFEFF" : string.Empty) + text.ReplaceLineEndings(number % 3 == 0 ? "\r\n" : "\n");

    private static bool Compiles(TestProject project)
    {
        using var workspace = new AdhocWorkspace();
        var compilation = TestProject.Build(workspace, [project]).Projects.Single().GetCompilationAsync().GetAwaiter().GetResult()!;
        return !compilation.GetDiagnostics().Any(static d => d.Severity == DiagnosticSeverity.Error);
    }

    private void AddDeclarations(string package)
    {
        foreach (var (name, text) in Stubs.SourcesOf(package))
        {
            _files[$"{package}/{name}"] = text;
        }

        _files[$"{package}/{package}.csproj"] = Support.Projects.Library;
    }

    private void AddShared()
    {
        _files[$"{Shared}/{Shared}.csproj"] = Support.Projects.Library;
        _files[$"{Shared}/Ratings.cs"] = """
            using BatchMigrate;
            using Microsoft.Extensions.AI;

            namespace Shared;

            /// <summary>Helpers that several projects use.</summary>
            public static class Ratings
            {
                /// <summary>Has a form for many.</summary>
                [BatchCall(nameof(RateManyAsync))]
                public static async Task<string> RateAsync(IChatClient chat, string text) => (await RateManyAsync(chat, [text]))[0].Response;

                /// <summary>The form for many.</summary>
                public static async Task<BatchResult<string>> RateManyAsync(IChatClient chat, IEnumerable<string> texts) => (await chat.CompleteBatchAsync(texts)).Map(response => response.Text);

                /// <summary>Has none; its callers are in other assemblies.</summary>
                public static async Task<string> NameAsync(IChatClient chat, string text) => (await chat.GetResponseAsync("Name " + text)).Text;
            }

            """;
    }

    private static string RatingOf(string name) => $$"""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;
        using Shared;

        namespace {{name}}.Use
        {
            public static class Rating
            {
                public static async Task<List<string>> RunAsync(IChatClient chat, IReadOnlyList<string> texts)
                {
                    var ratings = new List<string>();
                    foreach (var text in texts)
                    {
                        ratings.Add(await Ratings.RateAsync(chat, text));
                    }

                    foreach (var text in texts)
                    {
                        ratings.Add(await Ratings.NameAsync(chat, text));
                    }

                    return ratings;
                }
            }
        }

        """;
}
