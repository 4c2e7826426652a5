using System.Text.RegularExpressions;
using DocGen.Reading;
using SimulatedProvider;

namespace DocGen.Tests;

/// <summary>The program over HTTP, against a simulated provider.</summary>
public sealed class AppTests
{
    [Theory]
    [InlineData(false, 67)]
    [InlineData(true, 5)]
    public async Task Every_symbol_is_documented_in_both_modes(bool batchMode, int requests)
    {
        using var folder = new TempFolder();
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var (isWhole, said, errors) = await RunAsync(host, new DocGenOptions { Output = folder["docs"], BatchMode = batchMode });
        Assert.True(isWhole, errors);
        Assert.Contains("67 of 67 symbols of 10 files are documented", said, StringComparison.Ordinal);
        Assert.Contains($"{requests} requests, 0 rejected", said, StringComparison.Ordinal);
        Assert.Equal(requests, host.Counters.Requests);
        var code = CodeReader.Read(new DocGenOptions().Folder);
        foreach (var file in code.Files.Values)
        {
            var page = await File.ReadAllTextAsync(folder[$"docs/{file.Path}.md"]);
            Assert.Equal(file.Symbols, Regex.Matches(page, "^## (.*)$", RegexOptions.Multiline).Select(heading => heading.Groups[1].Value));
            // Each text is about the symbol that it stands under: the provider repeats how the question begins.
            Assert.All(code.Symbols.Where(symbol => symbol.File == file.Path && batchMode), symbol =>
                Assert.Matches($@"## {Regex.Escape(symbol.Name)}\n\n```csharp\n{Regex.Escape(symbol.Signature)}\n```\n\nAnswer [0-9a-f]{{8}}: {symbol.Kind} {Regex.Escape(symbol.Name)} in ", page));
        }

        Assert.Equal(11, Directory.GetFiles(folder["docs"]).Length);
        Assert.Contains("* [Money.cs](Money.cs.md): `Money`, `Money.Zero`", await File.ReadAllTextAsync(folder["docs/index.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neighbours_and_relations_are_part_of_the_question()
    {
        using var folder = new TempFolder();
        var asked = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var host = await SimulatedProviderHost.StartAsync(new()
        {
            Gate = (request, _) =>
            {
                asked.Enqueue(string.Join('\n', request.Messages.Select(message => message.Text)));
                return Task.CompletedTask;
            },
        });
        var (isWhole, _, errors) = await RunAsync(host, new DocGenOptions { Output = folder["docs"], BatchMode = true, IncludeSemanticContext = true });
        Assert.True(isWhole, errors);
        var questions = string.Join('\n', asked.Where(text => text.Contains("Document each", StringComparison.Ordinal)));
        Assert.Equal(67, Regex.Count(questions, "^Related, by the similarity of embeddings:\n- 0\\.\\d\\d .*\n- 0\\.\\d\\d .*\n- 0\\.\\d\\d .*\n(?!-)", RegexOptions.Multiline));
        Assert.Contains("The file uses: IForecast (Weather.cs), ", questions, StringComparison.Ordinal);
        Assert.Contains("The file is used by: BookingDesk.cs, Fares.cs\n", questions, StringComparison.Ordinal);
        Assert.Matches("\nRelated: `.*`, `.*`, `.*`\n", await File.ReadAllTextAsync(folder["docs/Money.cs.md"]));
    }

    [Fact]
    public async Task Batches_are_bounded_by_number_and_by_tokens()
    {
        using var folder = new TempFolder();
        await using var host = await SimulatedProviderHost.StartAsync(new());
        await RunAsync(host, new DocGenOptions { Output = folder["docs"], BatchMode = true, BatchSize = 40 });
        Assert.Equal(2, host.Counters.Requests);
        host.Reset();
        await RunAsync(host, new DocGenOptions { Output = folder["docs"], BatchMode = true, BatchSize = 40, MaxBatchTokens = 2_000 });
        Assert.InRange(host.Counters.Requests, 5, 20);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_run_asks_only_for_what_is_missing_and_a_bad_symbol_spoils_nothing_else(bool batchMode)
    {
        using var folder = new TempFolder();
        folder.Write("code/A.cs", string.Concat(Enumerable.Range(0, 20).Select(i => $"public class C{i} {{ {(i == 7 ? "/* [simulate:400] */" : "")} }}\n")));
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var options = new DocGenOptions { Folder = folder["code"], Output = folder["docs"], BatchMode = batchMode, IncludeSemanticContext = false, Resume = folder["kept.jsonl"] };
        var (isWhole, said, errors) = await RunAsync(host, options);
        Assert.False(isWhole);
        Assert.Contains("19 of 20 symbols", said, StringComparison.Ordinal);
        Assert.Matches(@"^error: A\.cs:8 C7: .*400", errors);
        Assert.Contains("## C7\n\n```csharp\npublic class C7\n```\n\n*Not documented: see the report.*", await File.ReadAllTextAsync(folder["docs/A.cs.md"]), StringComparison.Ordinal);

        host.Reset();
        folder.Write("code/A.cs", (await File.ReadAllTextAsync(folder["code/A.cs"])).Replace("[simulate:400]", "good now", StringComparison.Ordinal));
        (isWhole, said, errors) = await RunAsync(host, options);
        Assert.True(isWhole, errors);
        Assert.Contains("1 requests, 0 rejected, 19 answers kept from before", said, StringComparison.Ordinal);
        Assert.Equal(1, host.Counters.Requests);
    }

    [Fact]
    public async Task The_24_hour_service_writes_the_same_pages()
    {
        using var folder = new TempFolder();
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var options = new DocGenOptions { Output = folder["later"], ProviderBatch = true, IncludeSemanticContext = true, Resume = folder["batch.jsonl"] };
        var (isWhole, _, errors) = await RunAsync(host, options);
        Assert.True(isWhole, errors);
        Assert.Equal((1, 67), (host.BatchCounters.Batches, host.BatchCounters.Answered));
        // Embeddings only: no question was sent now.
        Assert.InRange(host.Counters.Requests, 1, 5);
        await RunAsync(host, options);
        Assert.Equal(1, host.BatchCounters.Batches);
        await RunAsync(host, new DocGenOptions { Output = folder["now"], IncludeSemanticContext = true });
        Assert.All(Directory.GetFiles(folder["now"]), page => Assert.Equal(File.ReadAllText(page), File.ReadAllText(Path.Combine(folder["later"], Path.GetFileName(page)))));
    }

    [Theory]
    [InlineData("per symbol: 67 symbols, 67 requests,")]
    [InlineData("batch mode: 67 symbols, 5 requests,")]
    [InlineData("24-hour service: 67 symbols, 67 requests,")]
    public async Task An_estimate_sends_nothing(string says)
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var options = new DocGenOptions { Estimate = true, IncludeSemanticContext = true, BatchMode = says[0] == 'b', ProviderBatch = says[0] == '2' };
        var (isWhole, said, _) = await RunAsync(host, options);
        Assert.True(isWhole);
        Assert.Contains("embeddings: 67 symbols, ", said, StringComparison.Ordinal);
        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.Equal(0, host.Counters.Requests);
    }

    [Fact]
    public async Task Both_modes_are_compared_under_the_limit_of_the_published_run()
    {
        // The provider's clock stands still, so that its limit grants exactly one minute's worth.
        var options = new DocGenOptions { IncludeSemanticContext = true };
        var comparison = new Comparison(CodeReader.Read(options.Folder), options);
        var modes = await comparison.RunAsync(Comparison.Usual with { Latency = LatencyDistribution.None, TokenLatency = default, TimeProvider = new StandingClock() }, waits: false, _ => null, default);
        Assert.Equal((67, 5), (modes[0].Requests, modes[1].Requests));
        Assert.Equal((modes[0].Rejected, modes[0].Rejected), (modes[0].NotDocumented, 67 - (int)modes[0].Counters.Succeeded));
        Assert.InRange(modes[0].NotDocumented, 25, 45);
        Assert.Equal((0, 0), (modes[1].Rejected, modes[1].NotDocumented));
        Assert.Equal(["mode", "per symbol, one after another", "batch mode, PackBatchAsync"], comparison.Table(modes).Select(line => line.Split("  ")[0]));
    }

    private static async Task<(bool IsWhole, string Said, string Errors)> RunAsync(SimulatedProviderHost host, DocGenOptions options)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var isWhole = await new App(output, errors, _ => null).RunAsync(options with { Endpoint = host.Endpoint }, default);
        return (isWhole, output.ToString(), errors.ToString());
    }

    private sealed class StandingClock : TimeProvider
    {
        public override long GetTimestamp() => 0;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
