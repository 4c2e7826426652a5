using System.Text;
using System.Text.RegularExpressions;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BatchMigrate.Analyzers.Tests;

/// <summary>What the catalogue names is there, and the page of it is written from it. Set UPDATE_DOCS=1 to write it anew.</summary>
public sealed partial class SupportedCallsTests
{
    private static readonly string Page = Path.Combine(RuleTable.Repository, "docs", "supported-calls.md");

    public static TheoryData<string> Sets { get; } = [LibrarySet.Newest.Name, LibrarySet.Oldest.Name];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_entry_names_a_method_that_is_there(string name)
    {
        var libraries = name == LibrarySet.Newest.Name ? LibrarySet.Newest : LibrarySet.Oldest;

        // Anthropic's library needs newer abstractions itself.
        var packages = Stubs.Packages.Concat(libraries == LibrarySet.Newest ? ["Anthropic"] : []);
        var compilation = CSharpCompilation.Create("Names", references: libraries.With([.. packages]));
        var catalog = BoundCatalog.For(compilation);
        var missing = CallCatalog.Entries
            .Where(e => libraries == LibrarySet.Newest || !e.Client.StartsWith("Anthropic", StringComparison.Ordinal))
            .Where(e => compilation.GetTypeByMetadataName(e.Client) is null || compilation.GetTypeByMetadataName(e.Type)?.GetMembers(e.Method).OfType<IMethodSymbol>().Any(m => catalog.Find(m)?.Entry == e) != true)
            .Select(static e => $"{e.Type}.{e.Method}({e.Request})");
        Assert.Empty(missing);
    }

    [Fact]
    public void What_an_entry_names_besides_is_there()
    {
        var compilation = CSharpCompilation.Create("Names", references: LibrarySet.Newest.With([.. Stubs.Packages, "Anthropic"]));
        foreach (var entry in CallCatalog.Entries)
        {
            var methods = compilation.GetTypeByMetadataName(entry.Type)!.GetMembers(entry.Method).OfType<IMethodSymbol>().ToList();
            Assert.All(entry.ChangedArguments, argument => Assert.Contains(methods, m => m.Parameters.Any(p => p.Name == argument)));

            // A preview of the agents called sessions threads.
            Assert.All(entry.StatefulArguments.Where(static a => a != "thread"), argument => Assert.Contains(methods, m => m.Parameters.Any(p => p.Name == argument)));
            Assert.True(entry.BatchType is null || compilation.GetTypeByMetadataName(entry.BatchType)?.GetMembers(entry.BatchMethod).IsEmpty == false, $"{entry.BatchType}.{entry.BatchMethod}");
        }
    }

    [Fact]
    public void The_page_says_what_the_catalogue_says()
    {
        var text = File.ReadAllText(Page).ReplaceLineEndings("\n");
        Assert.Equal(1, Block().Count(text));
        var current = Block().Replace(text, m => m.Groups[1].Value + Describe() + m.Groups[2].Value);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Page, current);
            return;
        }

        Assert.True(text == current, "docs/supported-calls.md is not what the catalogue says; UPDATE_DOCS=1 writes it anew.");
    }

    [Theory]
    [InlineData("README.md", "docs/supported-calls.md")]
    [InlineData("docs/rules/BM0001.md", "../supported-calls.md")]
    [InlineData("docs/rules/BM0002.md", "../supported-calls.md")]
    [InlineData("docs/rules/BM0003.md", "../supported-calls.md")]
    [InlineData("docs/rules/BM0005.md", "../supported-calls.md")]
    public void A_page_leads_there(string page, string link) =>
        Assert.Contains($"]({link})", File.ReadAllText(Path.Combine(RuleTable.Repository, page)), StringComparison.Ordinal);

    private static string Describe()
    {
        var text = new StringBuilder();
        foreach (var library in CallCatalog.Entries.GroupBy(PackageOf).OrderBy(static g => PackageOrder(g.Key)))
        {
            text.Append($"## {library.Key}\n\n| call | with | asks for | becomes | left alone where |\n|---|---|---|---|---|\n");
            foreach (var call in library.GroupBy(static e => (e.Client, Name: Sync(e.Method), e.Kind, Left: LeftAlone(e), Becomes: Becomes(e) is var form && e.HasOwnBatchForm ? form : "Batch")))
            {
                var methods = call.Select(static e => e.Method).Distinct().ToList();
                text.Append($"| {Codes([$"{NameOf(call.Key.Client)}.{methods[0]}{Arity(call.First())}", .. methods.Skip(1)], ", ")} | {Codes(call.Select(static e => e.Request).Distinct(), " or ")} | {Words(call.Key.Kind)} | {string.Join(", ", call.Select(Becomes).Distinct())} | {call.Key.Left} |\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Becomes(CallEntry entry) => entry switch
    {
        { HasOwnBatchForm: true } => $"`{entry.BatchMethod}`",
        { Many: { } many, Kind: CallKind.StoreWrite } => $"the overload for many, `{many.Method}` or `Batch.{entry.BatchMethod}`",
        { Many: { } many } => $"`{many.Method}` or `Batch.{entry.BatchMethod}`",
        { Kind: CallKind.StoreWrite } => "the overload for many, or `Batch.RunAsync`",
        _ => $"`Batch.{entry.BatchMethod}`",
    };

    private static string LeftAlone(CallEntry entry)
    {
        var reasons = new List<string>();
        if (!entry.StatefulArguments.IsEmpty)
        {
            reasons.Add($"{Codes(entry.StatefulArguments, " or ")} is given");
        }

        if (!entry.StatefulOptions.IsEmpty)
        {
            reasons.Add($"the options set {Codes(entry.StatefulOptions, " or ")}");
        }

        if (!entry.ChangedArguments.IsEmpty && !entry.HasOwnBatchForm)
        {
            reasons.Add($"items share {Codes(entry.ChangedArguments, " or ")}, which the client changes (BM0010 says so)");
        }

        return string.Join("; ", reasons);
    }

    private static string Words(CallKind kind) => kind switch
    {
        CallKind.Completion => "an answer",
        CallKind.Embedding => "an embedding",
        CallKind.StoreWrite => "a record to be written",
        _ => "what a store has",
    };

    private static string Codes(IEnumerable<string> names, string separator) => string.Join(separator, names.Select(static n => $"`{n}`"));

    private static string Sync(string method) => method.EndsWith("Async", StringComparison.Ordinal) ? method[..^"Async".Length] : method;

    private static string Simple(string type) => type[(type.LastIndexOf('.') + 1)..].Split('`')[0];

    /// <summary>The name of a client; with that of its namespace where another client has the same one and the shorter namespace.</summary>
    private static string NameOf(string client) =>
        CallCatalog.Entries.Any(e => Simple(e.Client) == Simple(client) && e.Client.Length < client.Length) ? Simple(client[..client.LastIndexOf('.')]) + "." + Simple(client) : Simple(client);

    /// <summary>Typed answers are asked for by a generic method of the same name, which has no batch form.</summary>
    private static string Arity(CallEntry entry) =>
        !entry.HasOwnBatchForm && CallCatalog.Entries.Any(e => e.HasOwnBatchForm && e.Client == entry.Client && e.Method == entry.Method) ? "<T>" : string.Empty;

    private static string PackageOf(CallEntry entry) =>
        ModelLibraries.All.Where(l => entry.Client.StartsWith(l.Namespace + ".", StringComparison.Ordinal)).OrderByDescending(static l => l.Namespace.Length).First().Package;

    private static int PackageOrder(string package) => ModelLibraries.All.Select(static l => l.Package).ToList().IndexOf(package);

    [GeneratedRegex(@"^(<!-- calls -->\n)(?:.*\n)*?(<!-- end of calls -->)$", RegexOptions.Multiline)]
    private static partial Regex Block();
}
