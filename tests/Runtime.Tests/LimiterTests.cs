using BatchMigrate.Limiting;
using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

/// <summary>The limiter alone, to the millisecond.</summary>
public class LimiterTests
{
    [Fact]
    public void Requests_start_with_one_seconds_burst_and_then_flow_steadily()
    {
        var bench = new LimiterBench(new RateLimit { RequestsPerMinute = 240 });
        bench.AskMany(8, 0);
        bench.Run(2000);
        Assert.Equal([0, 0, 0, 0, 250, 500, 750, 1000], bench.Times);

        // What was not used is there again, and no more than a second's worth.
        bench.Run(60_000);
        bench.AskMany(6, 0);
        bench.Run(500);
        Assert.Equal([62000, 62000, 62000, 62000, 62250, 62500], bench.Times[8..]);
    }

    [Fact]
    public void Less_than_one_request_a_second_starts_with_one()
    {
        var bench = new LimiterBench(new RateLimit { RequestsPerMinute = 7 });
        bench.AskMany(8, 0);
        bench.Run(60_100);
        // A seventh of a minute each, up to the next whole millisecond.
        Assert.Equal([.. Enumerable.Range(0, 8).Select(i => i * 8572)], bench.Times);
    }

    [Fact]
    public void Tokens_and_requests_are_taken_together()
    {
        var bench = new LimiterBench(new RateLimit { RequestsPerMinute = 600, TokensPerMinute = 6000 });
        bench.AskMany(4, 50);
        bench.Run(2000);
        Assert.Equal([0, 0, 500, 1000], bench.Times);
    }

    [Fact]
    public void Input_and_output_are_limited_apart()
    {
        var bench = new LimiterBench(new RateLimit { InputTokensPerMinute = 6000, OutputTokensPerMinute = 600, MaxOvertaking = 0 });
        bench.Ask(50, 5);
        bench.Ask(50, 5);
        bench.Ask(100, 1);
        bench.Ask(1, 10);
        bench.Run(3000);
        Assert.Equal([0, 0, 1000, 1100], bench.Times);
    }

    [Fact]
    public void A_request_larger_than_the_bucket_waits_for_a_full_one_and_leaves_its_debt()
    {
        var bench = new LimiterBench(new RateLimit { TokensPerMinute = 6000 });
        bench.AskMany(1, 50);
        bench.AskMany(1, 300);
        bench.AskMany(1, 40);
        bench.Run(1000);
        bench.AskMany(1, 10);
        bench.Run(3000);
        // The small one passes at once; the large one goes when the bucket is full, 900 ms later, and leaves a debt of 200, for which the last waits.
        Assert.Equal([0, 900, 0, 900 + 2100], bench.Times);
    }

    [Fact]
    public void What_a_reply_really_used_takes_the_place_of_the_estimate()
    {
        var bench = new LimiterBench(new RateLimit { TokensPerMinute = 6000 });
        var (first, _) = bench.Ask(100);
        bench.Limiter.Settle(first, new TokenEstimate(40, 20), null);
        bench.Ask(40);
        Assert.Equal([0, 0], bench.Times);

        // Ten times as much as was thought: a debt of 900 is paid before anything else starts.
        bench.Run(1000);
        var (large, _) = bench.Ask(100);
        bench.Limiter.Settle(large, new TokenEstimate(1000, 0), null);
        bench.Ask(100);
        bench.Run(20_000);
        Assert.Equal([1000, 11_000], bench.Times[2..]);
    }

    [Fact]
    public void Small_requests_pass_a_large_one_a_bounded_number_of_times()
    {
        var bench = new LimiterBench(new RateLimit { TokensPerMinute = 6000, MaxOvertaking = 2 });
        bench.Ask(80);
        bench.Ask(100);
        bench.AskMany(4, 10);
        bench.Run(3000);
        // Two of 10 fit beside the 80 at once. Then the 100 go first, when the bucket is full, and the others after them.
        Assert.Equal([0, 1000, 0, 0, 1100, 1200], bench.Times);
    }

    [Fact]
    public void Nobody_passes_where_only_requests_are_limited()
    {
        var bench = new LimiterBench(new RateLimit { RequestsPerMinute = 60, TokensPerMinute = 60_000 });
        bench.Ask(500);
        bench.Ask(900);
        bench.Ask(10);
        bench.Run(3000);
        Assert.Equal([0, 1000, 2000], bench.Times);
    }

    [Fact]
    public void A_pause_holds_up_everybody_and_is_only_made_longer()
    {
        var bench = new LimiterBench(new RateLimit());
        Assert.True(bench.Limiter.IsOpen);
        bench.Limiter.Pause(TimeSpan.FromMilliseconds(300));
        bench.AskMany(2, 0);
        bench.Run(100);
        bench.Limiter.Pause(TimeSpan.FromMilliseconds(100));
        bench.Run(50);
        bench.Limiter.Pause(TimeSpan.FromMilliseconds(400));
        bench.Run(500);
        Assert.Equal([550, 550], bench.Times);
        Assert.True(bench.Limiter.IsOpen);
    }

    [Fact]
    public void The_timer_is_set_for_whoever_may_go_first()
    {
        var bench = new LimiterBench(new RateLimit { TokensPerMinute = 6000 });
        bench.Ask(100);
        bench.Ask(30);
        bench.Ask(90);
        bench.Run(1500);
        Assert.Equal([0, 300, 1200], bench.Times);
    }

    [Fact]
    public async Task Whoever_stood_behind_one_that_gives_up_goes_at_once()
    {
        using var cancellation = new CancellationTokenSource();
        var bench = new LimiterBench(new RateLimit { TokensPerMinute = 6000, MaxOvertaking = 0 });
        bench.Ask(100);
        bench.Run(500);
        var (_, large) = bench.Ask(100, cancellationToken: cancellation.Token);
        bench.Ask(40);
        cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        Assert.Equal([0, -1, 500], bench.Times);
    }

    [Fact]
    public void What_is_given_back_serves_those_who_wait()
    {
        var bench = new LimiterBench(new RateLimit { TokensPerMinute = 6000 });
        var (first, _) = bench.Ask(100);
        bench.Run(100);
        bench.Ask(50);
        bench.Limiter.Settle(first, new TokenEstimate(10, 0), null);
        Assert.Equal([0, 100], bench.Times);
    }

    [Fact]
    public void Of_an_answer_only_what_was_not_used_is_given_back()
    {
        var bench = new LimiterBench(new RateLimit { OutputTokensPerMinute = 6000 });
        var (first, _) = bench.Ask(0, 100);
        bench.Limiter.Settle(first, new TokenEstimate(0, 60), null);
        bench.Ask(0, 50);
        bench.Run(200);
        Assert.Equal([0, 100], bench.Times);
    }

    [Fact]
    public void A_pause_that_is_over_opens_only_what_has_no_limit()
    {
        var limited = new LimiterBench(new RateLimit { RequestsPerMinute = 600 });
        var open = new LimiterBench(new RateLimit());
        foreach (var bench in new[] { limited, open })
        {
            bench.Limiter.Pause(TimeSpan.FromMilliseconds(100));
            Assert.False(bench.Limiter.IsOpen);
            bench.Run(100);
            bench.Ask(0);
        }

        Assert.False(limited.Limiter.IsOpen);
        Assert.True(open.Limiter.IsOpen);
    }

    [Fact]
    public void What_headers_name_is_limited_from_then_on()
    {
        var none = default(RateReading);
        var requests = new LimiterBench(new RateLimit()).Limiter;
        requests.Settle(null, null, new RateSnapshot(new RateReading(600, 600), none, none, none));
        Assert.False(requests.IsOpen);
        Assert.False(requests.LimitsTokens);
        var tokens = new LimiterBench(new RateLimit()).Limiter;
        tokens.Settle(null, null, new RateSnapshot(none, new RateReading(600, 600), none, none));
        Assert.True(tokens.LimitsTokens);
        tokens.Settle(null, null, new RateSnapshot(none, new RateReading(600, 600), new RateReading(600, 600), none));
        Assert.True(tokens.LimitsTokens);
    }

    [Fact]
    public void The_most_that_a_prompt_may_hold_is_the_smaller_of_its_limits()
    {
        static double Most(RateLimit limit) => new LimiterBench(limit).Limiter.MostInputTokens;
        Assert.Equal(600, Most(new RateLimit { TokensPerMinute = 6000, InputTokensPerMinute = 600 }), 6);
        Assert.Equal(6000, Most(new RateLimit { TokensPerMinute = 6000 }), 6);
        Assert.Equal(600, Most(new RateLimit { InputTokensPerMinute = 600 }), 6);
        Assert.Equal(double.PositiveInfinity, Most(new RateLimit { OutputTokensPerMinute = 600 }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_timer_keeps_nothing_of_whoever_waits_first(bool isSuppressed)
    {
        var clock = new SuppressionClock();
        var limiter = new RateLimit { RequestsPerMinute = 60 }.LimiterFor(clock);
        Assert.True(limiter.TryAcquire(new Reservation(default)));
        using (isSuppressed ? ExecutionContext.SuppressFlow() : default(AsyncFlowControl?))
        {
            _ = limiter.AcquireAsync(new Reservation(default), CancellationToken.None);
        }

        Assert.True(clock.WasSuppressed);
        Assert.False(ExecutionContext.IsFlowSuppressed());
    }

    [Fact]
    public void A_bucket_counts_what_was_taken_and_not_given_back()
    {
        var bucket = new RateBucket(6000, isConfigured: true, new FakeTimeProvider());
        bucket.Take(10);
        bucket.Correct(6);
        Assert.Equal(4, bucket.Taken, 6);
    }

    [Fact]
    public void A_bucket_that_becomes_smaller_holds_no_more_than_it_can()
    {
        var bucket = new RateBucket(6000, isConfigured: true, new FakeTimeProvider());
        bucket.Learn(new RateReading(60, null), 0, 0);
        bucket.Take(1);
        Assert.Equal(1, bucket.WaitFor(1).TotalSeconds, 3);
    }

    [Fact]
    public async Task Cancelling_leaves_the_line()
    {
        using var caller = new CancellationTokenSource();
        var bench = new LimiterBench(new RateLimit { RequestsPerMinute = 60 });
        bench.AskMany(1, 0);
        var (_, waits) = bench.Ask(0, 0, caller.Token);
        bench.AskMany(1, 0);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
        bench.Run(1000);
        Assert.Equal([0, -1, 1000], bench.Times);
    }

    [Fact]
    public void Headers_make_limits_known_and_tighten_them_and_never_loosen_what_was_set()
    {
        var bench = new LimiterBench(new RateLimit { RequestsPerMinute = 600 });
        bench.Limiter.Settle(null, null, Read(("x-ratelimit-limit-requests", "60000")));
        bench.AskMany(12, 0);
        bench.Run(1000);
        Assert.Equal([.. Enumerable.Repeat(0, 10), 100, 200], bench.Times);

        bench.Limiter.Settle(null, null, Read(("x-ratelimit-limit-requests", "120")));
        bench.Run(60_000);
        bench.AskMany(4, 0);
        bench.Run(3000);
        Assert.Equal([61_000, 61_000, 61_500, 62_000], bench.Times[12..]);

        // A provider that raises its limit again is followed, up to what was set.
        bench.Limiter.Settle(null, null, Read(("x-ratelimit-limit-requests", "300")));
        bench.Run(60_000);
        bench.AskMany(6, 0);
        bench.Run(1000);
        Assert.Equal([.. Enumerable.Repeat(124_000, 5), 124_200], bench.Times[16..]);
    }

    [Theory]
    [InlineData("x-ratelimit-limit-tokens", "x-ratelimit-remaining-tokens")]
    [InlineData("anthropic-ratelimit-tokens-limit", "anthropic-ratelimit-tokens-remaining")]
    [InlineData("anthropic-ratelimit-input-tokens-limit", "anthropic-ratelimit-input-tokens-remaining")]
    public void A_limit_that_only_the_provider_names_is_a_bucket_of_a_minute_with_what_is_left(string limit, string remaining)
    {
        var bench = new LimiterBench(new RateLimit());
        Assert.False(bench.Limiter.LimitsTokens);
        bench.Limiter.Settle(null, null, Read((limit, "6000"), (remaining, "199")));
        Assert.True(bench.Limiter.LimitsTokens);
        bench.AskMany(3, 100);
        bench.Run(2000);
        // One more than it says may be left, because it says whole numbers.
        Assert.Equal([0, 0, 1000], bench.Times);
    }

    [Fact]
    public void What_was_left_is_seen_together_with_what_has_come_and_gone_since()
    {
        var bench = new LimiterBench(new RateLimit());
        bench.Limiter.Settle(null, null, Read(("x-ratelimit-limit-requests", "600"), ("x-ratelimit-remaining-requests", "599")));
        var (slow, _) = bench.Ask(0);
        bench.AskMany(5, 0);
        bench.Run(1000);
        // When the slow one was admitted 20 were left for whoever else; since then 10 have come, and 5 of ours have gone.
        bench.Limiter.Settle(slow, null, Read(("x-ratelimit-limit-requests", "600"), ("x-ratelimit-remaining-requests", "19")));
        bench.AskMany(26, 0);
        bench.Run(200);
        Assert.Equal([.. Enumerable.Repeat(1000, 25), 1100], bench.Times[6..]);
    }

    [Fact]
    public void Headers_that_make_no_sense_teach_nothing()
    {
        Assert.Null(Read(("x-ratelimit-limit-requests", "many"), ("x-ratelimit-remaining-tokens", "-1"), ("anthropic-ratelimit-requests-limit", "")));
        foreach (var number in new[] { "NaN", "Infinity", new string('9', 400) })
        {
            Assert.Null(Read(("x-ratelimit-limit-requests", number), ("x-ratelimit-remaining-requests", number)));
        }

        var bench = new LimiterBench(new RateLimit());
        bench.Limiter.Settle(null, null, Read(("x-ratelimit-limit-requests", "0"), ("x-ratelimit-remaining-requests", "0")));
        Assert.True(bench.Limiter.IsOpen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void No_span_of_time_gets_more_than_the_rate_the_burst_and_one_request_and_nothing_is_wasted(int seed)
    {
        var random = new Random(seed);
        var perMinute = random.Next(600, 60_000);
        var bench = new LimiterBench(new RateLimit { TokensPerMinute = perMinute, MaxOvertaking = random.Next(10) });
        var sizes = Enumerable.Range(0, 200).Select(_ => (long)random.Next(1, perMinute / 30)).ToArray();
        foreach (var size in sizes)
        {
            bench.Ask(size);
        }

        var perMillisecond = perMinute / 60_000.0;
        bench.Run((int)(sizes.Sum() / perMillisecond) + 2000);
        var gone = bench.Times.Zip(sizes).OrderBy(pair => pair.First).ToArray();
        Assert.DoesNotContain(-1, bench.Times);
        for (var from = 0; from < gone.Length; from++)
        {
            var sum = 0L;
            for (var to = from; to < gone.Length; to++)
            {
                sum += gone[to].Second;
                Assert.True(sum <= ((gone[to].First - gone[from].First) * perMillisecond) + (perMinute / 60.0) + sizes.Max() + 1);
            }
        }

        // The last goes no later than the rate needs for all of them, but for the rounding of each wait to whole milliseconds.
        Assert.True(gone[^1].First <= (sizes.Sum() / perMillisecond) + sizes.Length);
    }

    private static RateSnapshot? Read(params (string Name, string Value)[] headers) =>
        RateSnapshot.Read(name => headers.Where(header => header.Name == name).Select(header => header.Value).FirstOrDefault());

    /// <summary>Sees whether a timer is made with the caller's context.</summary>
    private sealed class SuppressionClock : TimeProvider
    {
        public bool WasSuppressed { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            WasSuppressed = ExecutionContext.IsFlowSuppressed();
            return new FakeTimeProvider().CreateTimer(callback, state, dueTime, period);
        }
    }
}
