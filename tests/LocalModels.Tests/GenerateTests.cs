using SimulatedProvider;

namespace LocalModels.Tests;

public sealed class GenerateTests
{
    private const int Concurrent = 5;

    [Fact]
    public async Task Five_at_a_time_keep_the_order_whatever_comes_first_and_a_failure_keeps_its_place()
    {
        // One to warm up and eleven one after another pass; the eleven after them are answered five at a time, the last to come first. What is refused does not come here.
        const int Free = 1 + 11;
        const int All = Free + 11;
        var seen = 0;
        var waiting = new Stack<TaskCompletionSource>();
        await using var provider = await SimulatedProviderHost.StartAsync(new()
        {
            Models = ["m"],
            Gate = (_, cancellationToken) =>
            {
                lock (waiting)
                {
                    if (++seen <= Free)
                    {
                        return Task.CompletedTask;
                    }

                    var own = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    waiting.Push(own);
                    if (waiting.Count == Concurrent || seen == All)
                    {
                        while (waiting.TryPop(out var next))
                        {
                            next.SetResult();
                        }
                    }

                    return own.Task.WaitAsync(cancellationToken);
                }
            },
        });
        using var work = new Workplace();
        string[] prompts = [.. Enumerable.Range(1, 12).Select(i => i == 8 ? "Refuse this [simulate:400]" : $"What is {i} times {i}?")];
        await File.WriteAllLinesAsync(work.PathOf("prompts.txt"), ["", .. prompts]);
        var lines = await work.RunAsync(new() { Endpoint = provider.Endpoint, Model = "m", Compares = false, PromptFile = work.PathOf("prompts.txt"), Delay = TimeSpan.Zero });

        var answers = lines.SkipWhile(line => !line.StartsWith("  1. ", StringComparison.Ordinal)).Take(24).Chunk(2).ToList();
        Assert.Equal(prompts.Select((prompt, index) => $"{index + 1,3}. {prompt}"), answers.Select(pair => pair[0]));
        Assert.All(answers.Index().Where(one => one.Index != 7), one => Assert.EndsWith(prompts[one.Index], one.Item[1], StringComparison.Ordinal));
        Assert.Equal("     failed: the server answered 400", answers[7][1]);
        Assert.Equal(2, lines.Count(line => line.Contains("at a time", StringComparison.Ordinal) && line.Contains(" 11 ", StringComparison.Ordinal)));
        Assert.Equal((1 + 24, Concurrent), ((int)provider.Counters.Requests, provider.Counters.PeakConcurrency));
    }

    [Fact]
    public async Task Without_a_server_of_its_own_the_program_brings_one()
    {
        using var work = new Workplace();
        await File.WriteAllTextAsync(work.Report, "an older report");
        var lines = await work.RunAsync(new() { Delay = TimeSpan.FromMilliseconds(1) }, pace: 0.01);

        Assert.Contains("     failed: the server answered 400", lines);
        Assert.Contains(lines, line => line.StartsWith("qwen3:8b      3 of 3", StringComparison.Ordinal));
        Assert.Contains("llama3.2:3b: the server has no such model", lines);
        Assert.Contains("12 prompts to qwen3:8b", await File.ReadAllTextAsync(work.Report), StringComparison.Ordinal);
        Assert.Equal(["report.html"], work.Files);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_and_no_report_written()
    {
        using var work = new Workplace();
        await using var provider = await SimulatedProviderHost.StartAsync(new() { Models = ["m"] });
        var generate = new Options { Endpoint = provider.Endpoint, Model = "other", Compares = false };

        Assert.Equal($"other at {provider.Endpoint}: the server has no such model.", await FailAsync(generate));
        Assert.StartsWith("cannot read the prompts: ", await FailAsync(generate with { PromptFile = work.PathOf("none.txt") }), StringComparison.Ordinal);
        await File.WriteAllTextAsync(work.PathOf("empty.txt"), "\n \n");
        Assert.StartsWith("there is no prompt in ", await FailAsync(generate with { PromptFile = work.PathOf("empty.txt") }), StringComparison.Ordinal);
        Assert.Equal(["empty.txt"], work.Files);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.RunAsync(generate with { Model = "m" }, cancellationToken: stop.Token));

        async Task<string> FailAsync(Options options) => (await Assert.ThrowsAsync<RunFailedException>(() => work.RunAsync(options))).Message;
    }
}
