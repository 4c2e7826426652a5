using BatchMigrate;
using OpenAI.Chat;
using SimulatedProvider;

namespace RuntimeTour;

/// <content>The steps. Each can be read on its own.</content>
internal sealed partial class Tour
{
    // Ten requests a second, and a second's worth at once.
    private SimulatedProviderOptions TenASecond => new() { RequestsPerMinute = PerMinute(600), RequestBurst = 10, RateLimitHeaders = RateLimitHeaders.RetryAfterMs };

    private async Task<Step> LimitNotKnownAsync(CancellationToken cancellationToken)
    {
        var (host, watch) = await BeginAsync("1. A limit that nobody told: the batch hears it from the rejections, slows down, and loses nothing", TenASecond);
        await using var _ = host;
        var batch = await Client(host).CompleteBatchAsync(
            Questions(40), batchOptions: new BatchOptions { MaxConcurrency = 20, Progress = progress("   not told") }, cancellationToken: cancellationToken);

        Expect(batch.Failed.Count == 0, "The limit has cost an answer.");
        return new Step("limit, not told", host.Counters, watch.Elapsed, Text($"{batch.Count} answers"));
    }

    private async Task<Step> LimitKnownAsync(CancellationToken cancellationToken)
    {
        var (host, watch) = await BeginAsync("2. The same limit, told: requests start as the limit allows", TenASecond);
        await using var _ = host;
        var limit = new RateLimit { RequestsPerMinute = PerMinute(570) };
        var batch = await Client(host).CompleteBatchAsync(
            Questions(40), batchOptions: new BatchOptions { MaxConcurrency = 20, RateLimit = limit, Progress = progress("   told") }, cancellationToken: cancellationToken);

        Expect(batch.Failed.Count == 0, "The limit has cost an answer.");
        return new Step("limit, told", host.Counters, watch.Elapsed, Text($"{batch.Count} answers"));
    }

    private async Task<Step> RetriesAsync(CancellationToken cancellationToken)
    {
        var (host, watch) = await BeginAsync("3. Passing failures: a server error, an overload, a lost connection, an answer that was cut");
        await using var _ = host;
        string[] questions = [.. Questions(6), "Once [simulate:500*1]", "Twice [simulate:503*2]", "Lost [simulate:drop*1]", "Cut [simulate:cut*1]"];
        var batch = await Client(host).CompleteBatchAsync(questions, batchOptions: new BatchOptions { Progress = progress("   retries") }, cancellationToken: cancellationToken);

        foreach (var item in batch.Where(item => item.Attempts > 1))
        {
            Say($"item {item.Index} was sent {item.Attempts} times: \"{questions[item.Index]}\"");
        }

        Expect(batch.Failed.Count == 0, "A passing failure has cost an answer.");
        return new Step("retries", host.Counters, watch.Elapsed, Text($"{batch.Count} answers from {host.Counters.Requests} requests"));
    }

    private async Task<Step> FailureOfOneItemAsync(CancellationToken cancellationToken)
    {
        var (host, watch) = await BeginAsync("4. A request that is refused is its own item's error, and shifts no other");
        await using var _ = host;
        string[] questions = [.. Questions(7), "Refused [simulate:400]", .. Questions(2)];
        var batch = await Client(host).CompleteBatchAsync(questions, batchOptions: new BatchOptions { Progress = progress("   one fails") }, cancellationToken: cancellationToken);

        foreach (var item in batch.Failed)
        {
            Say($"item {item.Index} failed with {item.Error!.GetType().Name} after {item.Attempts} attempt");
        }

        Expect(batch.Failed is [{ Index: 7 }], "Another item failed than the one that was refused.");
        return new Step("one item fails", host.Counters, watch.Elapsed, Text($"{batch.Count - batch.Failed.Count} answers, {batch.Failed.Count} error"));
    }

    private async Task<Step> EstimateAndBoundAsync(CancellationToken cancellationToken)
    {
        var (host, watch) = await BeginAsync("5. What it would cost, and a bound that is kept");
        await using var _ = host;
        const decimal MaxCost = 1.00m;
        var client = Client(host);
        var options = new ChatCompletionOptions { MaxOutputTokenCount = 20 };
        var bounded = new BatchOptions { Pricing = Prices, MaxCost = MaxCost, MaxConcurrency = 5, Progress = progress("   bounded") };
        var estimate = await client.EstimateAsync(Questions(40), options, bounded, cancellationToken);
        Say($"estimate: {estimate.Requests} requests, {estimate.CostLow:0.00} to {estimate.CostHigh:0.00} dollars; the bound is {MaxCost:0.00}");

        var batch = await client.CompleteBatchAsync(Questions(40), options, bounded, cancellationToken);
        var answered = batch.Count(item => item.Succeeded);
        Say($"{answered} of {batch.Count} were asked for {batch.Cost:0.00} dollars; then the batch stopped: {batch.StoppedBy?.Message}");
        Expect(batch.Cost <= MaxCost && answered is > 0 and < 40, "The bound was not kept.");
        return new Step("estimate, MaxCost", host.Counters, watch.Elapsed, Text($"{answered} answers for {batch.Cost:0.00}, the rest not sent"));
    }

    private async Task<Step> CheckpointAndResumeAsync(CancellationToken cancellationToken)
    {
        var (host, watch) = await BeginAsync("6. A batch that is stopped half-way, and started again");
        await using var _ = host;
        var folder = Directory.CreateTempSubdirectory("runtime-tour-");
        try
        {
            var file = Path.Combine(folder.FullName, "answers.jsonl");
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            try
            {
                var stopping = new StopAfter(15, stop, progress("   first run"));
                await Client(host).CompleteBatchAsync(Questions(40), batchOptions: Options(file, stopping), cancellationToken: stop.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                Say($"stopped after {File.ReadLines(file).Count()} answers; they are in the file");
            }

            var batch = await Client(host).CompleteBatchAsync(Questions(40), batchOptions: Options(file, progress("   second run")), cancellationToken: cancellationToken);
            var kept = batch.Count(item => item.FromCheckpoint);
            Say($"{kept} answers came from the file, {batch.Count - kept} were asked for");
            Expect(kept >= 15 && batch.Failed.Count == 0, "An answer was lost.");
            return new Step("checkpoint, resume", host.Counters, watch.Elapsed, Text($"{batch.Count} answers, {kept} of them kept"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static BatchOptions Options(string file, IProgress<BatchProgress> progress) => new() { Checkpoint = new BatchCheckpoint(file), MaxConcurrency = 5, Progress = progress };
    }

    private async Task<Step> StreamingAsync(CancellationToken cancellationToken)
    {
        var (host, watch) = await BeginAsync("7. Reading while it runs, each answer as soon as it is there");
        await using var _ = host;
        var arrived = new List<int>();
        await foreach (var item in Client(host).CompleteBatchStreamingAsync(
            Questions(20).Select(question => new[] { new UserChatMessage(question) }),
            batchOptions: new BatchOptions { StreamOrder = BatchOrder.Completion, MaxConcurrency = 8 },
            cancellationToken: cancellationToken))
        {
            arrived.Add(item.Index);
        }

        Say($"in the order of arrival: {string.Join(' ', arrived)}");
        Expect(arrived.Order().SequenceEqual(Enumerable.Range(0, 20)), "An item was lost, or came twice.");
        return new Step("streaming", host.Counters, watch.Elapsed, Text($"{arrived.Count} answers, each once"));
    }

    private async Task<Step> ComparisonAsync(CancellationToken cancellationToken)
    {
        var (small, watch) = await BeginAsync("8. Models side by side: two that answer, and one that does not exist", new() { Models = ["small"], ChunkLatency = Milliseconds(10), AnswerWords = 40 });
        await using var _ = small;
        await using var large = await SimulatedProviderHost.StartAsync(
            new() { Models = ["large"], Latency = LatencyDistribution.Fixed(Milliseconds(400)), ChunkLatency = Milliseconds(60), AnswerWords = 40 }, cancellationToken);
        var comparison = await Batch.CompareModelsAsync(
            [Client(small, "small"), Client(large, "large"), Client(large, "missing")],
            Questions(3),
            runs: 2,
            batchOptions: new BatchOptions { Pricing = Prices, Progress = progress("   compare") },
            cancellationToken: cancellationToken);

        console.WriteLine();
        foreach (var line in comparison.ToString().Split('\n'))
        {
            console.WriteLine($"   {line}");
        }

        Expect(comparison.Models.Select(model => model.Answers).SequenceEqual([6, 6, 0]), "A model answered more or less than it should.");
        var requests = small.Counters with { Requests = small.Counters.Requests + large.Counters.Requests };
        return new Step("compare models", requests, watch.Elapsed, Text($"{comparison.Runs.Count(run => run.Succeeded)} answers, {comparison.Runs.Count(run => !run.Succeeded)} errors"));
    }

    /// <summary>Stops a batch in its middle, as Ctrl+C or the end of a process would.</summary>
    private sealed class StopAfter(int items, CancellationTokenSource stop, IProgress<BatchProgress> shown) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value)
        {
            shown.Report(value);
            if (value.Completed == items)
            {
                _ = stop.CancelAsync();
            }
        }
    }
}
