using BatchMigrate.Runtime.Tests.Support;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace BatchMigrate.Runtime.Tests;

/// <summary>The arithmetic of comparisons, on a clock that only the answers move.</summary>
public class ComparisonTests
{
    private static readonly ModelPricing Simple = new([new("fast", new ModelPrice(1000, 2000)), new("slow", new ModelPrice(10_000, 20_000))]);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Times_tokens_and_costs_are_averaged_over_runs_and_prompts()
    {
        // 100, 200, 300, 600 ms; the first piece after 40 ms; 10 tokens each.
        var rests = new Queue<int>([60, 160, 260, 560]);
        var fast = new ClockedAIClient(_clock, _ => new ClockedAnswer((40, "a"), (rests.Dequeue(), "b")) { InputTokens = 100, OutputTokens = 10, Model = "fast" });
        var slow = new ClockedAIClient(_clock, _ => new ClockedAnswer((500, "x"), (500, "y")) { InputTokens = 100, OutputTokens = 20, Model = "slow-2025-01-01" });
        var comparison = await Batch.CompareModelsAsync([new(fast, "one"), new(slow, "two")], ["p", "q"], runs: 2, batchOptions: Options());

        var one = comparison.Models[0];
        Assert.Equal(("one", 4, 4, 0), (one.Name, one.Requests, one.Answers, one.Failed));
        Assert.Equal(new DurationFigures(Ms(300), Ms(250), Ms(100), Ms(600)), one.Latency);
        Assert.Equal(new DurationFigures(Ms(40), Ms(40), Ms(40), Ms(40)), one.TimeToFirstToken);
        // 40 tokens in 1.2 s, not the mean of 100, 50, 33.3 and 16.7.
        Assert.Equal(40 / 1.2, one.OutputTokensPerSecond!.Value, 9);
        Assert.Equal(new BatchUsage(400, 40, 440), one.Usage);
        Assert.Equal((0.48m, 0.12m), (one.Cost, one.CostPerAnswer));
        Assert.Equal([null, null], [one.WarmUp, (object?)one.StoppedBy]);

        // The first prompt took 100 and 300 ms.
        Assert.Equal([Ms(200), Ms(400)], one.Prompts.Select(prompt => prompt.Latency!.Value.Mean));
        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1)], comparison.Runs.Where(run => run.Model == "one").Select(run => (run.Run, run.Prompt)));
        Assert.Equal([Ms(100), Ms(200), Ms(300), Ms(600)], comparison.Runs.Take(4).Select(run => run.Latency!.Value));
        Assert.Equal([100.0, 50.0, 10 / 0.3, 10 / 0.6], comparison.Runs.Take(4).Select(run => run.OutputTokensPerSecond!.Value));
        Assert.All(comparison.Runs.Take(4), run => Assert.Equal(("ab", 1, 0.12m), (run.Answer, run.Attempts, run.Cost)));
        Assert.Equal((Ms(1000), 20.0, 5.6m), (comparison.Models[1].Latency!.Value.Median, comparison.Models[1].OutputTokensPerSecond, comparison.Models[1].Cost));
        Assert.Equal(Ms(5200), comparison.Elapsed);

        // One model after another, each prompt once a run.
        Assert.Equal(["p", "q", "p", "q"], fast.Prompts);
    }

    [Fact]
    public async Task A_client_of_the_OpenAI_library_is_measured_in_the_same_way()
    {
        var client = new ClockedChatClient(_clock, prompt => new ClockedAnswer((250, "He"), (250, "llo")) { InputTokens = 10, OutputTokens = 5, Model = "fast" });
        var comparison = await Batch.CompareModelsAsync([client], ["p"], runs: 1, batchOptions: Options());

        var run = Assert.Single(comparison.Runs);
        Assert.Equal(("clocked", "Hello", Ms(500), Ms(250), 10.0), (run.Model, run.Answer, run.Latency, run.TimeToFirstToken, run.OutputTokensPerSecond));
        Assert.Equal((new BatchUsage(10, 5, 15), 0.02m), (run.Usage!.Value, run.Cost));
    }

    [Fact]
    public async Task What_is_not_counted_is_not_known()
    {
        ComparedModel Model(string name, long? input, long? output) => new(new ClockedAIClient(_clock, _ => new ClockedAnswer((100, "a")) { InputTokens = input, OutputTokens = output, Model = "fast" }), name);
        var comparison = await Batch.CompareModelsAsync(
            [Model("nothing", null, null), Model("prompts only", 10, null), Model("zeros", 0, 0), new(new ClockedAIClient(_clock, _ => new ClockedAnswer((100, "a")) { InputTokens = 1, OutputTokens = 1 }), "no price")],
            ["p"], runs: 2, batchOptions: Options());

        Assert.All(comparison.Models.Take(3), model => Assert.Equal((null, null, null, Ms(100)), (model.Usage, model.OutputTokensPerSecond, model.Cost, model.Latency!.Value.Mean)));
        Assert.Equal((10.0, null), (comparison.Models[3].OutputTokensPerSecond, comparison.Models[3].Cost));
    }

    [Fact]
    public async Task A_sum_of_costs_leaves_nothing_out_and_a_rate_counts_only_what_is_counted()
    {
        var calls = 0;
        var client = new ClockedAIClient(_clock, _ => calls++ == 0 ? new ClockedAnswer((100, "a")) { InputTokens = 1, OutputTokens = 20, Model = "fast" } : new ClockedAnswer((900, "b")) { Model = "fast" });
        var model = (await Batch.CompareModelsAsync([new(client, "m")], ["p"], runs: 2, batchOptions: Options())).Models[0];
        Assert.Equal((200.0, null, null), (model.OutputTokensPerSecond, model.Cost, model.CostPerAnswer));
        Assert.Equal(new BatchUsage(1, 20, 21), model.Usage);
    }

    [Fact]
    public async Task A_failure_is_a_figure_and_spoils_no_others()
    {
        var good = new ClockedAIClient(_clock, prompt => prompt == "bad" ? throw FakeResponse.Error(400) : new ClockedAnswer((100, "a")));
        var missing = new ClockedAIClient(_clock, _ => throw FakeResponse.Error(404));
        var locked = new ClockedAIClient(_clock, _ => throw FakeResponse.Error(401));
        var broken = new ClockedAIClient(_clock, _ => new ClockedAnswer((100, "a")) { Error = new FormatException("secret") });
        var comparison = await Batch.CompareModelsAsync([new(missing, "missing"), new(locked, "locked"), new(good, "good"), new(broken, "broken")], ["fine", "bad", "fine too"], batchOptions: Options());

        Assert.Equal([0, 0, 6, 0], comparison.Models.Select(model => model.Answers));
        Assert.Equal([9, 9, 3, 9], comparison.Models.Select(model => model.Failed));
        Assert.Equal(
            [BatchFailureKind.BadRequest, BatchFailureKind.Authentication, BatchFailureKind.BadRequest, BatchFailureKind.Unknown], comparison.Models.Select(model => model.FirstFailure!.FailureKind!.Value));
        Assert.Equal([9, 1, 9, 9], comparison.Models.Select(model => comparison.Runs.Count(run => run.Model == model.Name && run.Attempts > 0)));
        Assert.NotNull(comparison.Models[1].StoppedBy);
        Assert.Null(comparison.Models[0].Latency);
        var prompt = comparison.Models[2].Prompts[1];
        Assert.Equal((1, 3, 1, 0), (prompt.Prompt, prompt.Failed, prompt.FirstFailure!.Prompt, prompt.FirstFailure.Run));
        Assert.Equal(Ms(100), comparison.Models[2].Latency!.Value.Max);
        Assert.DoesNotContain("secret", comparison.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latency_is_that_of_the_attempt_that_was_answered()
    {
        var calls = 0;
        var client = new ClockedAIClient(_clock, _ => calls++ == 0 ? new ClockedAnswer((700, "a")) { Error = new IOException() } : new ClockedAnswer((100, "a")));
        var options = new BatchOptions { TimeProvider = _clock, Retry = new RetryOptions { Jitter = () => 0 } };
        var run = Assert.Single((await Batch.CompareModelsAsync([new(client, "m")], ["p"], runs: 1, batchOptions: options)).Runs);
        Assert.Equal((Ms(100), 2), (run.Latency, run.Attempts));
    }

    [Fact]
    public async Task A_warm_up_is_sent_first_and_counts_nowhere()
    {
        var calls = 0;
        var client = new ClockedAIClient(_clock, _ => new ClockedAnswer((calls++ == 0 ? 9000 : 100, "a")));
        var progress = new RecordingProgress();
        var model = (await Batch.CompareModelsAsync([new(client, "m")], ["p", "q"], 2, new ComparisonOptions { WarmUp = true }, Options(progress))).Models[0];
        Assert.Equal((4, Ms(100), Ms(9000)), (model.Requests, model.Latency!.Value.Max, model.WarmUp!.Latency));
        Assert.Equal(["p", "p", "q", "p", "q"], client.Prompts);
        Assert.Equal([1, 2, 3, 4, 4], progress.Reports.Select(report => report.Completed));

        var dead = new ClockedAIClient(_clock, _ => throw FakeResponse.Error(400));
        model = (await Batch.CompareModelsAsync([new(dead, "m")], ["p"], 2, new ComparisonOptions { WarmUp = true }, Options())).Models[0];
        Assert.Equal((BatchFailureKind.BadRequest, 2), (model.WarmUp!.FailureKind, model.Failed));
    }

    [Fact]
    public async Task Without_streaming_there_is_no_first_token()
    {
        var client = new ClockedAIClient(_clock, _ => new ClockedAnswer((100, "a"), (100, "b")) { InputTokens = 1, OutputTokens = 4 });
        ComparedModel[] models = [new(client, "common"), new(new FakeChatClient((_, _, _) => Task.FromResult("ok")), "openai")];
        var comparison = await Batch.CompareModelsAsync(models, ["p"], 1, new ComparisonOptions { Stream = false }, Options());
        Assert.Equal(("ab", Ms(200), null, 20.0), (comparison.Runs[0].Answer, comparison.Runs[0].Latency, comparison.Runs[0].TimeToFirstToken, comparison.Runs[0].OutputTokensPerSecond));
        // No time has passed, so there is no rate.
        Assert.Equal(("ok", TimeSpan.Zero, null), (comparison.Runs[1].Answer, comparison.Runs[1].Latency, comparison.Runs[1].OutputTokensPerSecond));
        Assert.Equal(new BatchUsage(3, 2, 5, 1), comparison.Runs[1].Usage);
    }

    [Fact]
    public async Task Models_may_have_messages_and_options_of_their_own()
    {
        ChatOptions? seen = null;
        var fake = new FakeAIClient((messages, options, _) =>
        {
            seen = options;
            return Task.FromResult(FakeAIClient.TextOf(messages));
        });
        var model = new ComparedModel(fake, options: new ChatOptions { ModelId = "fast" }, messages: prompt => [new ChatMessage(ChatRole.System, "short"), new ChatMessage(ChatRole.User, prompt)]);
        var openAI = new ComparedModel(FakeChatClient.Echo, "echo", messages: prompt => [new SystemChatMessage("brief"), new UserChatMessage(prompt)]);
        var comparison = await Batch.CompareModelsAsync([model, openAI], ["p"], 1, new ComparisonOptions { Stream = false });
        Assert.Equal(["short|p", "brief|p"], comparison.Runs.Select(run => run.Answer));
        Assert.Equal(("fast", "fast"), (seen?.ModelId, comparison.Models[0].Name));

        var throws = new ComparedModel(fake, "throws", messages: _ => throw new FormatException());
        Assert.IsType<FormatException>((await Batch.CompareModelsAsync([throws], ["p"], 1)).Runs[0].Error);
    }

    [Fact]
    public async Task One_request_at_a_time_unless_it_is_told_otherwise()
    {
        Assert.Equal(1, await PeakAsync(new BatchOptions()));
        Assert.Equal(1, await PeakAsync(null));
        Assert.Equal(3, await PeakAsync(new BatchOptions { MaxConcurrency = 3 }));
        Assert.Equal(10, await PeakAsync(new BatchOptions { MaxConcurrency = 10 }));

        static async Task<int> PeakAsync(BatchOptions? options)
        {
            var most = options?.GivenConcurrency ?? 1;
            var (running, peak) = (0, 0);
            var gate = new Lock();
            var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var client = new FakeAIClient(async (_, _, _) =>
            {
                lock (gate)
                {
                    peak = Math.Max(peak, ++running);
                    if (running == most)
                    {
                        full.TrySetResult();
                    }
                }

                await full.Task;
                lock (gate)
                {
                    running--;
                }

                return "a";
            });
            await Batch.CompareModelsAsync([new(client, "m"), new(client, "n")], ["p"], 20, new ComparisonOptions { Stream = false }, options);
            return peak;
        }
    }

    [Fact]
    public async Task Progress_and_the_bound_of_costs_are_for_the_whole_comparison()
    {
        ComparedModel Model(string name) => new(new ClockedAIClient(_clock, _ => new ClockedAnswer((100, "a")) { InputTokens = 10, OutputTokens = 10, Model = "fast" }, "fast"), name, new ChatOptions { MaxOutputTokens = 10 });
        var progress = new RecordingProgress();
        var options = new BatchOptions { TimeProvider = _clock, Pricing = Simple, Progress = progress, MaxCost = 0.16m, TokenEstimator = new Exact() };
        var comparison = await Batch.CompareModelsAsync([Model("a"), Model("b"), Model("c")], ["p"], 3, batchOptions: options);

        // An answer costs 0.03 and is guessed at 0.0325 at most.
        Assert.Equal([3, 2, 0], comparison.Models.Select(model => model.Answers));
        Assert.Equal(BatchStopReason.Cost, Assert.IsType<BatchStoppedException>(comparison.Models[2].StoppedBy).Reason);
        Assert.Equal(Enumerable.Range(1, 9).Append(9), progress.Reports.Select(report => report.Completed));
        Assert.All(progress.Reports, report => Assert.Equal(9, report.Total));
        Assert.Equal((4, 0.15m, 100, true), (progress.Reports[^1].Failed, progress.Reports[^1].Cost, progress.Reports[^1].Usage.TotalTokens, progress.Reports[^1].IsFinal));
        Assert.Single(progress.Reports, report => report.IsFinal);
        Assert.Equal(Ms(500), progress.Reports[^1].Elapsed);
    }

    [Fact]
    public async Task Cancelling_keeps_what_was_measured()
    {
        using var caller = new CancellationTokenSource();
        var calls = 0;
        var first = new ClockedAIClient(_clock, _ => new ClockedAnswer((100, "a")));
        var second = new ClockedAIClient(_clock, _ =>
        {
            if (++calls == 2)
            {
                caller.Cancel();
                throw new OperationCanceledException(caller.Token);
            }

            return new ClockedAnswer((200, "b"));
        });
        var progress = new RecordingProgress();
        var thrown = await Assert.ThrowsAsync<ComparisonCanceledException>(
            () => Batch.CompareModelsAsync([new(first, "first"), new(second, "second"), new(first, "third")], ["p"], batchOptions: Options(progress), cancellationToken: caller.Token));
        Assert.Equal(caller.Token, thrown.CancellationToken);
        Assert.Equal([("first", 3), ("second", 1)], thrown.Partial.Models.Select(model => (model.Name, model.Answers)));
        Assert.Equal(4, thrown.Partial.Runs.Count);
        Assert.True(progress.Reports[^1].IsFinal);

        thrown = await Assert.ThrowsAsync<ComparisonCanceledException>(() => Batch.CompareModelsAsync([new(first, "first")], ["p"], cancellationToken: caller.Token));
        Assert.Empty(thrown.Partial.Models);
    }

    [Fact]
    public async Task Nothing_to_compare_is_no_mistake()
    {
        Assert.Empty((await Batch.CompareModelsAsync([], ["p"])).Models);
        var model = Assert.Single((await Batch.CompareModelsAsync([FakeChatClient.Echo], [], 3, new ComparisonOptions { WarmUp = true })).Models);
        Assert.Equal((0, 0, null, null, null), (model.Requests, model.Failed, model.Latency, model.Cost, model.WarmUp));
        Assert.Empty(model.Prompts);
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private BatchOptions Options(IProgress<BatchProgress>? progress = null) => new() { TimeProvider = _clock, Pricing = Simple, Progress = progress };

    private sealed class Exact : ITokenEstimator
    {
        public TokenEstimate Estimate(TokenRequest request) => new(10, 10);

        public void Learn(TokenRequest request, BatchUsage usage)
        {
        }
    }
}
