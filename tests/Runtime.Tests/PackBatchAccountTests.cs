using BatchMigrate.Runtime.Tests.Support;
using OpenAI.Chat;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Usage, cost, limits, estimates, cancellation and checkpoints of chat requests for several items.</summary>
public sealed class PackBatchAccountTests : IDisposable
{
    // A dollar a token of the prompt and ten of the answer, so that a cost is a count.
    private static readonly ModelPricing Simple = new([new("m", new ModelPrice(1_000_000, 10_000_000, 1_000_000))]);

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".jsonl");

    private BatchOptions Kept => new() { Checkpoint = new BatchCheckpoint(_path), MaxConcurrency = 1, Pack = new PackLimits { MaxItems = 3 }, Pricing = Simple };

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_parts_of_the_items_are_exactly_what_the_provider_counted(bool isOpenAI)
    {
        var (input, output, cached) = (0, 0, 0);
        var model = new PackModel
        {
            // Answers that were of no use are paid for as well.
            Text = items => items.Count == 7 ? "What?" : PackModel.Whole(items),
            Usage = items =>
            {
                var usage = (Input: 1000 + items.Count, Output: 101 + items.Count, Cached: 13);
                (input, output, cached) = (input + usage.Input, output + usage.Output, cached + usage.Cached);
                return usage;
            },
        };
        string[] items = [.. Enumerable.Range(1, 24).Select(i => new string('x', i * i))];
        var options = new BatchOptions { MaxConcurrency = 1, Pricing = Simple, Pack = new PackLimits { MaxItems = 7 } };
        var batch = isOpenAI ? await model.Client.PackBatchAsync(items, PackModel.Ask, batchOptions: options) : await model.ChatClient.PackBatchAsync(items, PackModel.AskAI, batchOptions: options);
        Assert.Equal(new BatchUsage(input, output, input + output, cached), batch.EnsureSuccess().Usage);
        Assert.Equal(input + (10 * output), batch.Cost);
        Assert.True(batch[23].Usage!.Value.InputTokens > batch[22].Usage!.Value.InputTokens);
    }

    [Fact]
    public async Task A_bound_of_the_cost_is_never_crossed()
    {
        // Often: a pack that another worker's stop cuts short must not be sent, however long the stop takes to reach all.
        for (var run = 0; run < 300; run++)
        {
            await StopsAtItsCostAsync();
        }
    }

    private static async Task StopsAtItsCostAsync()
    {
        var model = new PackModel { Usage = items => (items.Count * 10, items.Count * 5, 0) };
        var options = new BatchOptions { Pricing = Simple, MaxCost = 2_000, MaxConcurrency = 3, TokenEstimator = new LengthEstimator(), Pack = new PackLimits { MaxItems = 4 } };
        var batch = await model.ChatClient.PackBatchAsync(Enumerable.Range(0, 100).Select(i => $"{i}"), PackModel.AskAI, new Microsoft.Extensions.AI.ChatOptions { MaxOutputTokens = 20 }, options);
        Assert.Equal(BatchStopReason.Cost, Assert.IsType<BatchStoppedException>(batch.StoppedBy).Reason);
        Assert.InRange(batch.Cost!.Value, 1, 2_000);
        Assert.Equal(100, batch.Count);
        Assert.Equal(0, batch.Count(item => item.Succeeded) % 4);
    }

    [Fact]
    public async Task Room_is_left_for_the_answers_where_the_limit_is_known()
    {
        // 240 of 300 a minute may go into one request: with 20 for each answer that is less than 15 items.
        var clock = new FakeTimeProvider();
        var model = new PackModel { Usage = items => (1, 1, 0) };
        var options = new BatchOptions { TimeProvider = clock, RateLimit = new RateLimit { TokensPerMinute = 300 }, TokenEstimator = new AnswerEstimator(), MaxConcurrency = 1 };
        var running = model.Client.PackBatchAsync(Enumerable.Range(0, 20).Select(i => $"{i}"), PackModel.Ask, batchOptions: options);
        while (!running.IsCompleted)
        {
            await Task.WhenAny(running, clock.TimerSetAsync());
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(20, (await running).EnsureSuccess().Count);
        Assert.Equal([8, 8, 4], model.Packs.Select(pack => pack.Length));
    }

    [Fact]
    public async Task Several_answers_are_expected_to_be_so_many_times_as_long()
    {
        var estimator = new CalibratingTokenEstimator();
        var request = new TokenRequest("m", ["x"], null) { Answers = 10 };
        Assert.Equal(2_560, estimator.Estimate(request).OutputTokens);
        var model = new PackModel { Usage = items => (10, items.Count * 40, 0) };
        await model.ChatClient.PackBatchAsync(Enumerable.Range(0, 600).Select(i => $"{i}"), PackModel.AskAI, batchOptions: new BatchOptions { TokenEstimator = estimator, MaxConcurrency = 1 });
        Assert.InRange(estimator.Estimate(new TokenRequest("m", ["x"], null)).OutputTokens, 40, 45);
        Assert.Equal(70, estimator.Estimate(new TokenRequest("m", ["x"], 70) { Answers = 10 }).OutputTokens);
    }

    [Fact]
    public async Task An_estimate_packs_as_the_batch_does_and_sends_nothing()
    {
        var model = new PackModel { Usage = items => (items.Sum(item => item.Text.Length), 5 * items.Count, 0) };
        var options = new BatchOptions { MaxConcurrency = 1, TokenEstimator = new LengthEstimator(), Pack = new PackLimits { MaxTokens = 700 }, Pricing = Simple };
        string?[] items = [null, .. Enumerable.Range(1, 40).Select(i => new string('x', i * 3))];
        await model.ChatClient.PackBatchAsync(items, PackModel.AskAI, batchOptions: options);
        var requests = model.Packs.Count;
        Assert.InRange(requests, 5, 20);
        var said = items.Sum(text => text?.Length ?? 0);
        foreach (var estimate in new[] { await model.Client.EstimatePacksAsync(items, PackModel.Ask, batchOptions: options), await model.ChatClient.EstimatePacksAsync(items, PackModel.AskAI, batchOptions: options) })
        {
            Assert.Equal((41, requests, requests), (estimate.Items, estimate.Requests, model.Packs.Count));
            Assert.InRange(estimate.High.InputTokens, said, requests * 700 * 1.25);
        }

        Assert.NotNull((await model.ChatClient.EstimatePacksAsync(items, PackModel.AskAI, batchOptions: options)).CostHigh);
    }

    [Fact]
    public async Task Cancelling_within_a_pack_keeps_what_had_ended()
    {
        using var caller = new CancellationTokenSource();
        var model = new PackModel(async (items, token) =>
        {
            if (items.Any(item => item.Text == "6"))
            {
                await caller.CancelAsync();
                token.ThrowIfCancellationRequested();
            }
        });
        var options = new BatchOptions { MaxConcurrency = 1, Pack = new PackLimits { MaxItems = 4 }, CancellationGrace = Timeout.InfiniteTimeSpan };
        var thrown = await Assert.ThrowsAsync<BatchCanceledException<string>>(() => model.Client.PackBatchAsync(Enumerable.Range(0, 100).Select(i => $"{i}"), PackModel.Ask, batchOptions: options, cancellationToken: caller.Token));
        Assert.Equal((caller.Token, 8, 4), (thrown.CancellationToken, thrown.Partial.Count, thrown.Partial.Failed.Count));
        PackModel.Check(["0", "1", "2", "3"], thrown.Partial.Take(4));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => model.Client.PackBatchAsync(["a"], PackModel.Ask, cancellationToken: caller.Token));
    }

    [Fact]
    public async Task Progress_counts_items_and_a_batch_that_stops_sends_nothing_more()
    {
        var progress = new RecordingProgress();
        var model = new PackModel { Text = items => items.Any(item => item.Text == "3") ? "What?" : PackModel.Whole(items) };
        var options = new BatchOptions { Progress = progress, MaxConcurrency = 1, Pack = new PackLimits { MaxItems = 4 }, OnFailure = FailureMode.StopOnFirst };
        var batch = await model.Client.PackBatchAsync(Enumerable.Range(0, 20).Select(i => $"{i}"), PackModel.Ask, batchOptions: options);
        Assert.Equal(["0 1 2 3", "0 1", "2 3", "2", "3"], model.Packs.Select(pack => string.Join(' ', pack)));
        Assert.Equal((20, 20, 17, true), (progress.Reports[^1].Total, progress.Reports[^1].Completed, progress.Reports[^1].Failed, progress.Reports[^1].IsFinal));
        Assert.Equal(batch.Usage, progress.Reports[^1].Usage);
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for_with_the_whole_pack()
    {
        var clock = new FakeTimeProvider();
        var calls = 0;
        var model = new PackModel((_, _) => ++calls == 1 ? Task.FromException(FakeResponse.Error(429, ("retry-after-ms", "1000"))) : Task.CompletedTask);
        var batch = model.Client.PackBatchAsync(["a", "b"], PackModel.Ask, batchOptions: new BatchOptions { TimeProvider = clock });
        await clock.TimerSetAsync();
        clock.Advance(TimeSpan.FromMilliseconds(1020));
        PackModel.Check(["a", "b"], await batch);
        Assert.All(await batch, item => Assert.Equal(2, item.Attempts));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_run_asks_only_for_what_is_missing_in_packs_of_its_own(bool isOpenAI)
    {
        string?[] items = ["a", "b", null, "a", "bad", "c", "d"];
        var model = new PackModel { Text = seen => seen.Any(item => item.Text == "bad") ? "What?" : PackModel.Whole(seen) };
        Task<BatchResult<string>> RunAsync(IEnumerable<string?> what, float temperature = 0.5f) => isOpenAI
            ? model.Client.PackBatchAsync(what, PackModel.Ask, new ChatCompletionOptions { Temperature = temperature }, Kept)
            : model.ChatClient.PackBatchAsync(what, PackModel.AskAI, new Microsoft.Extensions.AI.ChatOptions { Temperature = temperature }, Kept);
        var first = await RunAsync(items);
        Assert.Equal(4, Assert.Single(first.Failed).Index);
        Assert.DoesNotContain("What?", await File.ReadAllTextAsync(_path), StringComparison.Ordinal);

        model.Packs.Clear();
        var second = await RunAsync(["new", .. items]);
        Assert.Equal([false, true, true, false, true, false, true, true], second.Select(item => item.FromCheckpoint));
        Assert.Equal(["new bad", "new", "bad"], model.Packs.Select(pack => string.Join(' ', pack)));
        Assert.All(first.Where(item => item.Succeeded), item =>
            Assert.Equal((item.Response, item.Usage, item.Cost), (second[item.Index + 1].Response, second[item.Index + 1].Usage, second[item.Index + 1].Cost)));

        model.Packs.Clear();
        await RunAsync(["a"], temperature: 0.7f);
        Assert.Single(model.Packs);
    }

    /// <summary>10 for the prompt of an item, 20 for its answer.</summary>
    private sealed class AnswerEstimator : ITokenEstimator
    {
        public TokenEstimate Estimate(TokenRequest request) => new(request.Answers * 10, request.Answers * 20);

        public void Learn(TokenRequest request, BatchUsage usage)
        {
        }
    }
}
