using BatchMigrate.Runtime.Tests.Support;
using Microsoft.Extensions.AI;

namespace BatchMigrate.Runtime.Tests;

public class CostTests
{
    // A dollar a thousand tokens, so that a cost is a count.
    private static readonly ModelPricing Simple = new([new("m", new ModelPrice(1000, 2000, 500))]);

    private static readonly ChatOptions Model = new() { ModelId = "m", MaxOutputTokens = 10 };

    [Theory]
    [InlineData("gpt-4o", 2.5)]
    [InlineData("GPT-4o", 2.5)]
    [InlineData("gpt-4o-2024-08-06", 2.5)]
    [InlineData("openai/gpt-4o-2024-08-06", 2.5)]
    [InlineData("gpt-4o-mini-2024-07-18", 0.15)]
    [InlineData("claude-sonnet-4-20250514", 3.0)]
    [InlineData("claude-haiku-4-5-20251001", 1.0)]
    [InlineData("claude-3-5-haiku-latest", 0.8)]
    [InlineData("gpt-4o-audio-preview", null)]
    [InlineData("claude-opus-4-7", null)]
    [InlineData("gpt-4o-", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_price_is_found_by_name_without_prefix_and_version(string? model, double? input) =>
        Assert.Equal((decimal?)input, ModelPricing.BuiltIn.PriceOf(model)?.InputPerMillion);

    [Fact]
    public void The_built_in_table_has_a_date_and_is_easy_to_replace()
    {
        Assert.True(ModelPricing.BuiltInDate > new DateOnly(2025, 1, 1));
        var own = ModelPricing.BuiltIn.With("gpt-4o", new ModelPrice(1, 2));
        Assert.Equal((1m, 2.5m), (own.PriceOf("gpt-4o")!.InputPerMillion, ModelPricing.BuiltIn.PriceOf("gpt-4o")!.InputPerMillion));
        Assert.Throws<ArgumentNullException>("prices", () => new ModelPricing(null!));
        Assert.Throws<ArgumentNullException>("model", () => own.With(null!, new ModelPrice(1, 2)));
        Assert.Throws<ArgumentNullException>("price", () => own.With("m", null!));
    }

    [Fact]
    public void Cached_tokens_have_their_own_price()
    {
        var usage = new BatchUsage(1_000_000, 500_000, 1_500_000, 400_000);
        Assert.Equal(600m + 200m + 1000m, new ModelPrice(1000, 2000, 500).CostOf(usage));
        Assert.Equal(1000m + 1000m, new ModelPrice(1000, 2000).CostOf(usage));
    }

    [Fact]
    public async Task Items_and_batches_know_their_cost_where_all_prices_are_known()
    {
        var client = Client(input: 1000, output: 100);
        var options = new BatchOptions { Pricing = Simple };
        var result = await client.CompleteBatchAsync(["a", null, "b"], Model, options);
        Assert.Equal([1.2m, null, 1.2m], result.Select(item => item.Cost));
        Assert.Equal(2.4m, result.Cost);
        Assert.Equal(2.4m, result.Map(response => response.Text).Cost);

        var mixed = await client.CompleteBatchAsync([new ChatRequest([], Model), new ChatRequest([], new ChatOptions { ModelId = "other" })], options);
        Assert.Equal([1.2m, null], mixed.Select(item => item.Cost));
        Assert.Null(mixed.Cost);
        Assert.Null((await Batch.RunAsync([1], (item, _) => Task.FromResult(item))).Cost);
    }

    [Fact]
    public async Task Progress_tells_tokens_cost_and_the_time_left()
    {
        var progress = new RecordingProgress();
        await Client(1000, 100).CompleteBatchAsync(["a", "b", "c", "d"], Model, new BatchOptions { Pricing = Simple, Progress = progress, MaxConcurrency = 1 });
        Assert.Equal([1.2m, 2.4m, 3.6m, 4.8m, 4.8m], progress.Reports.Select(report => report.Cost));
        Assert.Equal([1100, 2200, 3300, 4400, 4400], progress.Reports.Select(report => report.Usage.TotalTokens));
        var half = new BatchProgress(10, 4, 0, 0, 1, TimeSpan.FromSeconds(8), false);
        Assert.Equal((0.5, TimeSpan.FromSeconds(12)), (half.ItemsPerSecond, half.TimeLeft!.Value));
        Assert.Equal((0, null), (default(BatchProgress).ItemsPerSecond, default(BatchProgress).TimeLeft));
        Assert.Null((half with { Total = null }).TimeLeft);
    }

    [Fact]
    public async Task A_batch_stops_before_it_costs_more_than_it_may()
    {
        // Each answer costs 0.03 and could cost 0.033: ten tokens are guessed for the prompt, so it may be thirteen, and ten is the most for the answer.
        var client = Client(input: 10, output: 10);
        var result = await client.CompleteBatchAsync(
            Enumerable.Repeat(new string('x', 40), 20), Model, new BatchOptions { Pricing = Simple, MaxCost = 0.16m, MaxConcurrency = 4, TokenEstimator = new Fixed(10, 10) });
        var sent = result.Count(item => item.Attempts > 0);
        Assert.Equal(20, result.Count);
        Assert.Equal(client.Calls, sent);
        Assert.True(result.Cost <= 0.16m);
        // What was set aside too much was given back, so as many went as could: with 0.15 spent the next might cross the bound.
        Assert.Equal(5, sent);
        var stopped = Assert.IsType<BatchStoppedException>(result.StoppedBy);
        Assert.Equal(BatchStopReason.Cost, stopped.Reason);
        // Not always the last ones: items that wait for what others cost are asked in any order.
        Assert.All(result.Where(item => item.Attempts == 0), item => Assert.Same(stopped, item.Error));
    }

    [Fact]
    public async Task A_bound_needs_prices()
    {
        var client = Client(10, 10);
        var result = await client.CompleteBatchAsync(["a"], new ChatOptions { ModelId = "unheard" }, new BatchOptions { MaxCost = 1 });
        Assert.Contains("'unheard'", Assert.IsType<InvalidOperationException>(result[0].Error).Message, StringComparison.Ordinal);
        Assert.Equal(0, client.Calls);
        Assert.Throws<ArgumentOutOfRangeException>("MaxCost", () => new BatchOptions { MaxCost = 0 });
        Assert.Throws<ArgumentNullException>("Pricing", () => new BatchOptions { Pricing = null! });
    }

    [Fact]
    public async Task Refused_requests_give_back_what_was_set_aside()
    {
        var calls = 0;
        var client = new FakeAIClient((_, _, _) => Interlocked.Increment(ref calls) <= 3 ? throw FakeResponse.Error(400) : Task.FromResult("ok"))
        {
            Usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 10 },
        };
        var result = await client.CompleteBatchAsync(
            Enumerable.Repeat("a", 5), Model, new BatchOptions { Pricing = Simple, MaxCost = 0.07m, MaxConcurrency = 2, TokenEstimator = new Fixed(10, 10) });
        Assert.Equal(2, result.Count(item => item.Succeeded));
        Assert.Null(result.StoppedBy);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_answer_may_be_billed_and_counts_as_spent(bool mayBeAnswered)
    {
        var calls = 0;
        Exception lost = mayBeAnswered ? new IOException("cut") : new HttpRequestException(HttpRequestError.ConnectionError);
        var client = new FakeAIClient((_, _, _) => Interlocked.Increment(ref calls) == 1 ? throw lost : Task.FromResult("ok"))
        {
            Usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 10 },
        };
        // Each may cost 0.033, so two of them fit, lost or not.
        var result = await client.CompleteBatchAsync(
            Enumerable.Repeat("a", 3), Model, new BatchOptions { Pricing = Simple, MaxCost = 0.07m, MaxConcurrency = 1, TokenEstimator = new Fixed(10, 10), Retry = RetryOptions.None });
        Assert.Equal(mayBeAnswered ? [false, true, false] : [false, true, true], result.Select(item => item.Succeeded));
        Assert.Equal(mayBeAnswered, result.StoppedBy is BatchStoppedException { Reason: BatchStopReason.Cost });
    }

    [Fact]
    public async Task An_estimate_adds_up_and_sends_nothing()
    {
        var client = Client(10, 10);
        var options = new BatchOptions { Pricing = Simple, TokenEstimator = new Fixed(100, 30), RateLimit = new RateLimit { RequestsPerMinute = 60, TokensPerMinute = 600 } };
        var bounded = await client.EstimateAsync(["a", null, "b"], Model, options);
        // 80 to 125 tokens a prompt, and 10 an answer: the request's own bound counts.
        Assert.Equal(new BatchEstimate(3, 2, new(160, 20), new(250, 20), 0.20m, 0.29m, TimeSpan.FromSeconds(17)), bounded);

        var open = await client.EstimateAsync([1, 2], item => item == 1 ? [new ChatMessage(ChatRole.User, "a")] : null, new ChatOptions { ModelId = "unheard" }, new BatchOptions { TokenEstimator = new Fixed(100, 30) });
        Assert.Equal(new BatchEstimate(2, 1, new(80, 15), new(125, 60), null, null, null), open);
        Assert.Equal(0, client.Calls);

        var openAI = new FakeChatClient((_, _, _) => throw new InvalidOperationException());
        Assert.Equal((2, 1), ((await openAI.EstimateAsync(["a", null])).Items, (await openAI.EstimateAsync([[new OpenAI.Chat.UserChatMessage("a")], null])).Requests));
        await Assert.ThrowsAsync<ArgumentNullException>("client", () => ((IChatClient)null!).EstimateAsync(["a"]));
        await Assert.ThrowsAsync<ArgumentNullException>("prompts", () => openAI.EstimateAsync((IEnumerable<string?>)null!));
    }

    [Fact]
    public async Task An_item_that_cannot_be_prepared_is_estimated_as_the_batch_treats_it()
    {
        var options = new BatchOptions { TokenEstimator = new Fixed(100, 30) };
        var estimate = await Client(10, 10).EstimateAsync(
            [1, 2, 3], item => item == 2 ? throw new FormatException() : [new ChatMessage(ChatRole.User, "a")], batchOptions: options);
        Assert.Equal((3, 2), (estimate.Items, estimate.Requests));
    }

    [Fact]
    public async Task Requests_with_options_of_their_own_can_be_estimated()
    {
        var options = new BatchOptions { Pricing = Simple, TokenEstimator = new Fixed(100, 30) };
        var estimate = await Client(10, 10).EstimateAsync([new ChatRequest([], Model), null, new ChatRequest([], new ChatOptions { ModelId = "m", MaxOutputTokens = 20 })], options);
        Assert.Equal((3, 2, 250, 30), (estimate.Items, estimate.Requests, estimate.High.InputTokens, estimate.High.OutputTokens));

        var openAI = new FakeChatClient((_, _, _) => throw new InvalidOperationException());
        var bounded = await openAI.EstimateAsync([new ChatCompletionRequest([], new OpenAI.Chat.ChatCompletionOptions { MaxOutputTokenCount = 7 })], options);
        Assert.Equal(7, bounded.High.OutputTokens);
    }

    [Fact]
    public async Task A_first_guess_holds_for_scripts_without_short_tokens_too()
    {
        // About a token for each of these characters.
        var client = new FakeAIClient((_, _, _) => Task.FromResult("ok")) { Usage = new UsageDetails { InputTokenCount = 900, OutputTokenCount = 10 } };
        var result = await client.CompleteBatchAsync(
            Enumerable.Repeat(new string('\u8a9e', 1000), 20), Model, new BatchOptions { Pricing = Simple, MaxCost = 5m, TokenEstimator = new CalibratingTokenEstimator() });
        Assert.InRange(result.Cost!.Value, 0.92m, 5m);
    }

    private static FakeAIClient Client(long input, long output) => new((_, _, _) => Task.FromResult("ok"))
    {
        Usage = new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output },
    };

    private sealed class Fixed(long input, long output) : ITokenEstimator
    {
        public TokenEstimate Estimate(TokenRequest request) => new(input, output);

        public void Learn(TokenRequest request, BatchUsage usage)
        {
        }
    }
}
