using BatchMigrate.Runtime.Tests.Support;
using Microsoft.Extensions.AI;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Random inputs, packs, failures and cancellations, each from its seed: every input is accounted for exactly once and has its own vector or its own error.</summary>
public class EmbeddingChaosTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_input_is_accounted_for_exactly_once(int seed)
    {
        var random = new Random(seed);
        var kinds = "ok ok ok ok ok ok ok ok null prepare 400 500 less more alone".Split(' ');
        var calm = random.Next(3) == 0;
        string[] inputs = [.. Enumerable.Range(0, random.Next(0, 400)).Select(i => $"{(calm && random.Next(20) > 0 ? "ok" : kinds[random.Next(kinds.Length)])} {random.Next(300)}")];
        var counted = 0L;
        var generator = Generator(new Random(seed), random.Next(2) == 0 ? 5 : int.MaxValue, tokens => Interlocked.Add(ref counted, tokens));
        var progress = new RecordingProgress();
        var options = new BatchOptions
        {
            MaxConcurrency = random.Next(1, 12),
            Pack = new PackLimits { MaxItems = random.Next(1, 70), MaxTokens = random.Next(20, 2000) },
            TokenEstimator = random.Next(2) == 0 ? new LengthEstimator() : new CalibratingTokenEstimator(),
            Progress = progress,
        };
        var batch = await generator.EmbedBatchAsync(inputs.Where(_ => true), Prepare, batchOptions: options);
        Assert.Equal(Enumerable.Range(0, inputs.Length), batch.Select(item => item.Index));
        Assert.Equal((inputs.Length, inputs.Length), (progress.Reports[^1].Completed, progress.Reports[^1].Total));
        Assert.Equal(inputs.Length + 1, progress.Reports.Count);
        foreach (var (input, item) in inputs.Zip(batch))
        {
            Check(input, item);
        }

        // What was answered is never asked for again, and everything that was answered is counted.
        Assert.Equal(inputs.Count(input => Kind(input) is "ok" or "alone"), batch.Count(item => item.Succeeded));
        Assert.Equal(counted, batch.Usage.InputTokens);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Cancelling_anywhere_loses_nothing_that_had_ended(int seed)
    {
        using var caller = new CancellationTokenSource();
        var random = new Random(seed);
        string[] inputs = [.. Enumerable.Range(0, random.Next(1, 300)).Select(i => $"{(random.Next(15) == 0 ? "400" : "ok")} {i}")];
        var at = random.Next(40);
        var calls = 0;
        var generator = new FakeGenerator(async (pack, token) =>
        {
            await Task.Yield();
            if (Interlocked.Increment(ref calls) == at)
            {
                await caller.CancelAsync();
            }

            token.ThrowIfCancellationRequested();
            if (pack.Any(text => Kind(text) == "400"))
            {
                throw FakeResponse.Error(400);
            }
        });
        var source = new ProbeSource(inputs.Length);
        var options = new BatchOptions { MaxConcurrency = random.Next(1, 6), Pack = new PackLimits { MaxItems = random.Next(1, 40) }, CancellationGrace = Timeout.InfiniteTimeSpan };
        var running = generator.EmbedBatchAsync(source, item => inputs[item], batchOptions: options, cancellationToken: caller.Token);
        BatchResult<Embedding<float>> batch;
        try
        {
            batch = await running;
            Assert.Equal(inputs.Length, batch.Count);
        }
        catch (BatchCanceledException<Embedding<float>> e)
        {
            batch = e.Partial;
            Assert.Contains(batch.Failed, item => item.Error is OperationCanceledException);
        }

        Assert.Equal(Enumerable.Range(0, batch.Count), batch.Select(item => item.Index));
        Assert.All(batch, item =>
        {
            if (item.Succeeded)
            {
                Vectors.Check(inputs[item.Index], item.Response.Vector);
            }
            else
            {
                Assert.True(Kind(inputs[item.Index]) == "400" || item.Error is OperationCanceledException);
            }
        });
        await source.WasDisposed.Task;
        Assert.Equal((1, false), (source.Disposed, source.Overlapped));
    }

    private static string Kind(string input) => input.Split(' ')[0];

    private static string? Prepare(string input) => Kind(input) switch
    {
        "null" => null,
        "prepare" => throw new FormatException(input),
        _ => input,
    };

    private static FakeGenerator Generator(Random random, int most, Action<int> count) => new(async (pack, _) =>
    {
        await Task.Yield();
        bool struck;
        lock (random)
        {
            struck = random.Next(12) == 0;
        }

        if (pack.Count > most || pack.Any(text => Kind(text) == "400"))
        {
            throw FakeResponse.Error(400);
        }

        if (pack.Any(text => Kind(text) == "500") || (struck && pack.Count > 1))
        {
            throw FakeResponse.Error(500);
        }

        if (pack.Count > 1 && pack.Any(text => Kind(text) == "alone"))
        {
            throw new TimeoutException();
        }
    })
    {
        Usage = pack =>
        {
            count(pack.Count);
            return new UsageDetails { InputTokenCount = pack.Count, TotalTokenCount = pack.Count };
        },
        Spoil = (pack, answer) =>
        {
            if (pack.Any(text => Kind(text) == "less"))
            {
                answer.RemoveAt(answer.Count / 2);
            }
            else if (pack.Any(text => Kind(text) == "more"))
            {
                answer.Insert(0, answer[^1]);
            }
        },
    };

    private static void Check(string input, BatchItem<Embedding<float>> item)
    {
        switch (Kind(input))
        {
            case "ok" or "alone":
                Vectors.Check(input, item.Response.Vector);
                break;
            case "null":
                Assert.True(item.Skipped);
                break;
            case "prepare":
                Assert.Equal(input, Assert.IsType<FormatException>(item.Error).Message);
                break;
            case "400" or "500":
                Assert.Equal($"HTTP {Kind(input)}", Assert.IsType<System.ClientModel.ClientResultException>(item.Error).Message);
                break;
            default:
                Assert.IsType<InvalidOperationException>(item.Error);
                break;
        }
    }
}
