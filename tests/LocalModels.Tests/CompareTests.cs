using System.Xml.Linq;
using SimulatedProvider;

namespace LocalModels.Tests;

public sealed class CompareTests
{
    private const string Hostile = "<script>alert('x')</script>";

    [Fact]
    public async Task Models_are_compared_in_their_order_with_failures_among_them()
    {
        await using var provider = await SimulatedProviderHost.StartAsync(new() { Models = ["small", "large"], AnswerWords = 20 });
        using var work = new Workplace();
        var lines = await work.RunAsync(new() { Endpoint = provider.Endpoint, Generates = false, Models = ["small", "missing", "large"], Prompt = "Explain it.", Runs = 2 });

        var first = lines.Index().Single(line => line.Item.StartsWith("model ", StringComparison.Ordinal)).Index;
        Assert.Equal([["small", "2", "of", "2", "0"], ["missing", "0", "of", "2", "2"], ["large", "2", "of", "2", "0"]], lines.Skip(first + 1).Take(3).Select(Words));
        Assert.Contains("missing: the server has no such model", lines);
        // Each model's two requests and the one before them that loads it.
        Assert.Equal((9, 6, 1), ((int)provider.Counters.Requests, (int)provider.Counters.Succeeded, provider.Counters.PeakConcurrency));

        static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..5];
    }

    [Fact]
    public async Task The_report_stands_by_itself_and_escapes_what_others_have_written()
    {
        await using var provider = await SimulatedProviderHost.StartAsync(new() { AnswerWords = 20 });
        using var work = new Workplace();
        await File.WriteAllLinesAsync(work.PathOf("prompts.txt"), [$"{Hostile} & more"]);
        await work.RunAsync(new() { Endpoint = provider.Endpoint, Model = Hostile, Models = [Hostile, "b\"&"], Prompt = $"{Hostile} & more", PromptFile = work.PathOf("prompts.txt"), Runs = 1, Delay = TimeSpan.Zero });
        var page = await File.ReadAllTextAsync(work.Report);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; more", page, StringComparison.Ordinal);
        Assert.All(["src=", "href=", "url(", "@import", "<link", "<img", "<iframe"], way => Assert.DoesNotContain(way, page, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);

        // What is between the tags of an image is well-formed, with a bar for each figure.
        var images = page.Split("<svg").Skip(1).Select(part => XElement.Parse("<svg" + part[..(part.IndexOf("</svg>", StringComparison.Ordinal) + 6)])).ToList();
        Assert.Equal(["Seconds", "Seconds an answer", "Tokens a second", "Failures"], images.Select(image => image.Element("title")!.Value));
        Assert.Equal([3, 2, 2, 2], images.Select(image => image.Elements("rect").Count()));
        Assert.Contains(images[1].Elements("text"), label => label.Value == "<script>alert('x')</scrip…");
    }

    [Fact]
    public async Task A_server_of_which_nothing_answers_is_a_failed_run_with_its_report()
    {
        await using var provider = await SimulatedProviderHost.StartAsync(new() { Models = [] });
        using var work = new Workplace();
        var failed = await Assert.ThrowsAsync<RunFailedException>(() => work.RunAsync(new() { Endpoint = provider.Endpoint, Generates = false, Models = ["a"], Runs = 1 }));

        Assert.Equal("nothing was answered.", failed.Message);
        Assert.Contains("no answer</text>", await File.ReadAllTextAsync(work.Report), StringComparison.Ordinal);
    }
}
