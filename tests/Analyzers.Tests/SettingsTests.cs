using System.Collections.Immutable;
using BatchMigrate.Analyzers.Configuration;
using BatchMigrate.Analyzers.Plans;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.Analyzers.Tests;

/// <summary>Settings as an <c>.editorconfig</c> gives them.</summary>
public sealed class SettingsTests
{
    private const string Source = """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using OpenAI.Chat;

        namespace Shop
        {
            public static class Titles
            {
                public static async Task<List<string>> OfAsync(ChatClient client, string[] texts)
                {
                    var titles = new List<string>();
                    foreach (var text in texts)
                    {
                        ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage(text));
                        titles.Add(completion.Content[0].Text);
                    }

                    return titles;
                }

                public sealed class Fixed<T>
                {
                    public async Task<List<string>> ThreeAsync(ChatClient client)
                    {
                        var titles = new List<string>();
                        foreach (var text in new[] { "a", "b", "c" })
                        {
                            ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage(text));
                            titles.Add(completion.Content[0].Text);
                        }

                        return titles;
                    }
                }
            }
        }
        """;

    [Theory]
    [InlineData("")]
    [InlineData("batch_migrate.minimum_items = 3")]
    [InlineData("batch_migrate.excluded_symbols = Shop.Title")]
    [InlineData("batch_migrate.excluded_symbols = Titles")]
    [InlineData("batch_migrate.excluded_symbols = Shop.Titles.Of")]
    [InlineData("batch_migrate.excluded_symbols = shop.titles")]
    public async Task Both_loops_are_reported(string line) => Assert.Equal(["BM0001 line 14", "BM0001 line 28"], await FindAsync([line]));

    [Theory]
    [InlineData("batch_migrate.minimum_items = 4")]
    [InlineData("Batch_Migrate.Minimum_Items =   4  ")]
    [InlineData("batch_migrate.excluded_symbols = Shop.Titles.Fixed")]
    [InlineData("batch_migrate.excluded_symbols = Shop.Titles.Fixed.ThreeAsync")]
    [InlineData("batch_migrate.excluded_symbols = Shop.Titles.Fix*")]
    [InlineData("batch_migrate.excluded_symbols = Shop.Titles.Fixed.*")]
    [InlineData("batch_migrate.excluded_symbols = Shop.Titles.Fixed ; Shop.Titles.OfAsync is a comment to the compiler")]
    [InlineData("batch_migrate.excluded_symbols = Nowhere.At.All | Shop.Titles.Fixed.Three*")]
    public async Task The_second_loop_is_left_alone(string line) => Assert.Equal(["BM0001 line 14"], await FindAsync([line]));

    [Theory]
    [InlineData("batch_migrate.excluded_symbols = Shop.Titles")]
    [InlineData("batch_migrate.excluded_symbols = Shop.*")]
    [InlineData("batch_migrate.excluded_symbols = OpenAI.Chat.ChatClient.CompleteChatAsync")]
    [InlineData("batch_migrate.excluded_symbols = OpenAI.Chat.ChatClient")]
    [InlineData("batch_migrate.excluded_symbols = Shop.Titles.OfAsync, Shop.Titles.Fixed")]
    public async Task Both_loops_are_left_alone(string line) => Assert.Empty(await FindAsync([line]));

    [Theory]
    [InlineData("batch_migrate.effects = lax", "has the value 'lax', but must be 'pragmatic' or 'strict'; the default is used")]
    [InlineData("batch_migrate.minimum_items = 0", "has the value '0', but must be a whole number of at least 1; the default is used")]
    [InlineData("batch_migrate.minimum_items = -3", "must be a whole number")]
    [InlineData("batch_migrate.minimum_items = 99999999999", "must be a whole number")]
    [InlineData("batch_migrate.minimum_items =", "must be a whole number")]
    [InlineData("batch_migrate.helper_depth = 11", "must be a whole number from 0 to 10")]
    [InlineData("batch_migrate.excluded_symbols = Shop..Titles", "must be names")]
    [InlineData("batch_migrate.excluded_symbols = Shop.*.Titles", "must be names")]
    [InlineData("batch_migrate.excluded_symbols = *", "must be names")]
    [InlineData("batch_migrate.additional_calls = Shop.Texts.Ask", "must be pairs")]
    [InlineData("batch_migrate.additional_calls = Ask -> AskAll", "must be pairs")]
    [InlineData("batch_migrate.additional_calls = Shop.Texts.Ask -> Shop.Texts.AskAll", "must be pairs")]
    [InlineData("batch_migrate.efects = strict", "is not known; there are 'batch_migrate.effects', ")]
    public async Task What_is_malformed_is_reported_once_and_the_default_holds(string line, string problem)
    {
        var findings = await AnalyzeAsync([line]);

        var finding = Assert.Single(findings, static d => d.Id == "BM0012");
        Assert.Equal((Location.None, DiagnosticSeverity.Warning), (finding.Location, finding.Severity));
        Assert.StartsWith($"The setting '{line.Split('=')[0].Trim()}' ", Message(finding), StringComparison.Ordinal);
        Assert.Contains(problem, Message(finding), StringComparison.Ordinal);
        Assert.Equal(["BM0001 line 14", "BM0001 line 28"], Lines(findings));
    }

    [Fact]
    public async Task Settings_that_can_be_read_are_not_reported() =>
        Assert.DoesNotContain(await AnalyzeAsync([.. Settings.All.Select(static s => s.Example), "batch_migration = 1", "dotnet_diagnostic.BM0004.severity = none"]), static d => d.Id == "BM0012");

    [Fact]
    public async Task Nothing_is_reported_where_no_model_library_is_referenced() =>
        Assert.Empty(await AnalyzeAsync(["batch_migrate.efects = strict"], static p => p with { Sources = [("A.cs", "class A;")], References = References.Framework }));

    [Fact]
    public async Task An_editorconfig_among_the_additional_files_gives_the_line()
    {
        const string Config = "root = true\n[*.cs]\n  batch_migrate.helper_depth = deep\n";
        using var workspace = new AdhocWorkspace();
        var solution = TestProject.Build(workspace, [Project(["batch_migrate.helper_depth = deep"])]);
        var project = solution.Projects.Single();
        solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(project.Id), ".editorconfig", SourceText.From(Config), filePath: "/Case/.editorconfig");

        var finding = Assert.Single(await FixEngine.OfPackage.AnalyzeAsync(solution.Projects.Single()), static d => d.Id == "BM0012");

        var place = finding.Location.GetLineSpan();
        Assert.Equal(("/Case/.editorconfig", new LinePosition(2, 2)), (place.Path, place.StartLinePosition));
    }

    [Fact]
    public void Pairs_are_read()
    {
        Assert.True(AdditionalCall.TryParse("Shop.Texts.AskAsync -> AskAllAsync | Shop.Texts.Inner.Count->CountAll,", out var calls));

        Assert.Equal(2, calls.Length);
        Assert.Equal(new AdditionalCall("Shop.Texts", "AskAsync", "AskAllAsync"), calls[0]);
        Assert.Equal(new AdditionalCall("Shop.Texts.Inner", "Count", "CountAll"), calls[1]);
    }

    [Fact]
    public async Task What_a_file_is_given_reaches_the_planner()
    {
        using var workspace = new AdhocWorkspace();
        string[] lines = ["batch_migrate.effects = STRICT", "batch_migrate.helper_depth = 0", "batch_migrate.additional_calls = Shop.Texts.AskAsync -> AskAllAsync, Shop.Texts.Count -> CountAll"];
        var project = TestProject.Build(workspace, [Project([.. lines])]).Projects.Single();
        var tree = (await project.GetCompilationAsync())!.SyntaxTrees.First();

        var options = Settings.Read(project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree));

        Assert.Equal((true, 2, 0, 2), (options.Strict, options.MinimumItems, options.HelperDepth, options.AdditionalCalls.Length));
    }

    private static TestProject Project(ImmutableArray<string> lines) => new("Case", [("A.cs", Source), ("B.cs", "internal static class Second;")]) { EditorConfig = lines };

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(ImmutableArray<string> lines, Func<TestProject, TestProject>? change = null)
    {
        using var workspace = new AdhocWorkspace();
        var project = Project(lines);
        return await FixEngine.OfPackage.AnalyzeAsync(TestProject.Build(workspace, [change is null ? project : change(project)]).Projects.Single());
    }

    private static async Task<IEnumerable<string>> FindAsync(ImmutableArray<string> lines)
    {
        var findings = await AnalyzeAsync(lines);
        Assert.DoesNotContain(findings, static d => d.Id == "BM0012");
        return Lines(findings);
    }

    private static IEnumerable<string> Lines(IEnumerable<Diagnostic> findings) =>
        findings.Where(static d => d.Id != "BM0012").Select(static d => $"{d.Id} line {d.Location.GetLineSpan().StartLinePosition.Line + 1}");

    private static string Message(Diagnostic finding) => finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
