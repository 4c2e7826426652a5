using System.ClientModel;
using System.Net;
using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

public class RetryTests
{
    // Half of the longest wait, each time.
    private static readonly RetryOptions Half = new() { Jitter = () => 0.5 };

    private readonly FakeTimeProvider _clock = new();

    public static TheoryData<string, Exception> Passing => new()
    {
        { "lost connection", new HttpRequestException("lost") },
        { "cut off", new IOException("cut") },
        { "the library's timeout", new TaskCanceledException("slow") },
        { "timeout", new TimeoutException() },
        { "status 408", FakeResponse.Error(408) },
        { "status 409", FakeResponse.Error(409) },
        { "status 500", FakeResponse.Error(500) },
        { "status 502", FakeResponse.Error(502) },
        { "status 503", FakeResponse.Error(503) },
        { "status 504", FakeResponse.Error(504) },
        { "another library's 500", new HttpRequestException("", null, HttpStatusCode.InternalServerError) },
        { "inside of another exception", new InvalidOperationException("", FakeResponse.Error(500)) },
        { "after the library's own retries", new AggregateException(FakeResponse.Error(400), FakeResponse.Error(500)) },
        { "the provider insists", FakeResponse.Error(400, ("x-should-retry", "true")) },
    };

    public static TheoryData<string, Exception> Lasting => new()
    {
        { "defect", new InvalidOperationException() },
        { "status 400", FakeResponse.Error(400) },
        { "status 403", FakeResponse.Error(403) },
        { "status 404", FakeResponse.Error(404) },
        { "status 422", FakeResponse.Error(422) },
        { "status 501", FakeResponse.Error(501) },
        { "another library's 400", new HttpRequestException("", null, HttpStatusCode.BadRequest) },
        { "the provider forbids", FakeResponse.Error(500, ("x-should-retry", "false")) },
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Passing_failures_back_off_and_are_sent_again(string what, Exception error)
    {
        _ = what;
        var attempts = new Attempts(_clock, error, error, error);
        var batch = Run(attempts, Half);
        await attempts.NextAsync();
        await attempts.ExpectAfterAsync(250);
        await attempts.ExpectAfterAsync(500);
        await attempts.ExpectAfterAsync(1000);
        var item = Assert.Single(await batch);
        Assert.Equal((7, 4, null), (item.Response, item.Attempts, item.GaveUpBecause));
        Assert.Equal(TimeSpan.FromMilliseconds(1750), item.Elapsed);
    }

    [Theory]
    [MemberData(nameof(Lasting))]
    public async Task Lasting_failures_fail_the_item_at_once(string what, Exception error)
    {
        _ = what;
        var item = Assert.Single(await Run(new Attempts(_clock, error), Half));
        Assert.Same(error, item.Error);
        Assert.Equal((1, null), (item.Attempts, item.GaveUpBecause));
    }

    [Fact]
    public async Task The_budget_for_errors_is_bounded_and_its_end_is_said()
    {
        var error = FakeResponse.Error(500);
        var attempts = new Attempts(_clock, error, error, error);
        var batch = Run(attempts, new RetryOptions { Jitter = () => 1, MaxErrorRetries = 2, BaseDelay = TimeSpan.FromSeconds(1), MaxDelay = TimeSpan.FromMilliseconds(1500) });
        await attempts.NextAsync();
        await attempts.ExpectAfterAsync(1000);
        await attempts.ExpectAfterAsync(1500);
        var item = Assert.Single(await batch);
        Assert.Same(error, item.Error);
        Assert.Equal("It was sent again 2 times after passing failures, as often as is allowed.", item.GaveUpBecause);
        Assert.Equal(item.GaveUpBecause, item.Map(response => response).GaveUpBecause);
    }

    [Fact]
    public async Task Rate_limits_and_errors_have_budgets_of_their_own()
    {
        var (limited, error) = (FakeResponse.Error(429, ("retry-after-ms", "100")), FakeResponse.Error(500));
        var attempts = new Attempts(_clock, limited, error, limited);
        var batch = Run(attempts, new RetryOptions { Jitter = () => 1, MaxErrorRetries = 1, MaxRateLimitRetries = 2 });
        await attempts.NextAsync();
        await attempts.ExpectAfterAsync(120);
        await attempts.ExpectAfterAsync(500);
        await attempts.ExpectAfterAsync(120);
        Assert.True(Assert.Single(await batch).Succeeded);
    }

    [Theory]
    [InlineData("Retry-After", "3", 3020)]
    [InlineData("Retry-After", "0.25", 270)]
    [InlineData("retry-after-ms", "1234", 1254)]
    [InlineData("retry-after-ms", "12.5", 32.5)]
    [InlineData("Retry-After", "Tue, 01 Jan 2030 00:00:07 GMT", 7020)]
    [InlineData("Retry-After", "Tue, 01 Jan 2030 00:00:00 GMT", 20)]
    [InlineData("Retry-After", "60", 60020)]
    [InlineData("Retry-After", "later", 250)]
    [InlineData("Retry-After", "-5", 250)]
    [InlineData("Retry-After", "1,5", 250)]
    [InlineData("Retry-After", "00:00:05", 250)]
    [InlineData("Retry-After", "NaN", 250)]
    [InlineData("Retry-After", "Tuesday, 01-Jan-30 00:00:07 GMT", 7020)]
    [InlineData("Retry-After", "Tue Jan  1 00:00:07 2030", 7020)]
    [InlineData("Retry-After", "2030-01-01T00:00:07Z", 7020)]
    public async Task The_wait_that_a_provider_names_is_kept_with_a_margin(string name, string value, double expected)
    {
        foreach (var status in new[] { 429, 503, 529 })
        {
            // A clock for each of them, so that a date in the header means the same.
            var clock = new FakeTimeProvider();
            var attempts = new Attempts(clock, FakeResponse.Error(status, (name, value)));
            var batch = Batch.RunAsync([7], attempts.RunAsync, new BatchOptions { Retry = Half, TimeProvider = clock });
            await attempts.NextAsync();
            await attempts.ExpectAfterAsync(expected);
            Assert.True(Assert.Single(await batch).Succeeded);
        }
    }

    [Fact]
    public async Task A_date_is_read_by_the_providers_own_clock()
    {
        var attempts = new Attempts(
            _clock, FakeResponse.Error(429, ("Retry-After", "Tue, 01 Jan 2030 10:00:02 GMT"), ("Date", "Tue, 01 Jan 2030 10:00:00 GMT")));
        var batch = Run(attempts, Half);
        await attempts.NextAsync();
        await attempts.ExpectAfterAsync(2020);
        Assert.True(Assert.Single(await batch).Succeeded);
    }

    [Theory]
    [InlineData("Retry-After", "61")]
    [InlineData("Retry-After", "410400")]
    [InlineData("Retry-After", "99999999999999999999")]
    [InlineData("Retry-After", "Wed, 02 Jan 2030 00:00:00 GMT")]
    public async Task A_wait_beyond_the_bound_fails_the_item_which_says_so(string name, string value)
    {
        var error = FakeResponse.Error(429, (name, value));
        var item = Assert.Single(await Run(new Attempts(_clock, error), Half));
        Assert.Same(error, item.Error);
        Assert.Contains("longer than the 00:01:00 that are allowed", item.GaveUpBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rate_limits_without_a_hint_back_off()
    {
        var error = FakeResponse.Error(429);
        var attempts = new Attempts(_clock, error, error);
        var batch = Run(attempts, Half);
        await attempts.NextAsync();
        await attempts.ExpectAfterAsync(250);
        await attempts.ExpectAfterAsync(500);
        Assert.True(Assert.Single(await batch).Succeeded);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Account_failures_stop_the_run_and_every_item_keeps_its_place(bool quota)
    {
        var error = quota ? FakeResponse.Quota() : FakeResponse.Error(401);
        var client = new FakeChatClient((messages, _, _) => FakeChatClient.TextOf(messages) == "2" ? throw error : Task.FromResult("ok"));
        var result = await client.CompleteBatchAsync(["0", "1", "2", "3", null, "5"], batchOptions: new BatchOptions { MaxConcurrency = 1 });

        Assert.Equal(3, client.AsyncCalls);
        Assert.Equal([true, true, false, false, false, false], result.Select(item => item.Succeeded));
        Assert.Equal([1, 1, 1, 0, 0, 0], result.Select(item => item.Attempts));
        // The exception that the call would have met: code that catches it goes on to work.
        Assert.All(result.Skip(2), item => Assert.Same(error, item.Error));
        Assert.Same(error, result.StoppedBy);

        string[] texts = ["0", "2", "3"];
        var streamed = await client.CompleteBatchStreamingAsync(
            texts, text => [new OpenAI.Chat.UserChatMessage(text)], batchOptions: new BatchOptions { MaxConcurrency = 1 }).Select(pair => pair.Item).ToListAsync();
        Assert.Equal([1, 1, 0], streamed.Select(item => item.Attempts));
        Assert.Same(error, streamed[2].Error);
    }

    [Fact]
    public async Task Without_options_model_calls_wait_for_rate_limits_only_because_other_clients_have_retried_the_rest()
    {
        var calls = 0;
        var error = FakeResponse.Error(500);
        var client = new FakeChatClient((messages, _, _) => FakeChatClient.TextOf(messages) == "a"
            ? throw error
            : Interlocked.Increment(ref calls) == 1 ? throw FakeResponse.Error(429, ("retry-after-ms", "30")) : Task.FromResult("ok"));
        var batch = client.CompleteBatchAsync(["a", "b"], batchOptions: new BatchOptions { TimeProvider = _clock, MaxConcurrency = 1 });
        await _clock.TimerSetAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(50));
        var result = await batch;
        Assert.Same(error, result[0].Error);
        Assert.Equal([1, 2], result.Select(item => item.Attempts));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task Without_options_any_operation_runs_once(int status)
    {
        var result = await Batch.RunAsync([1, 2, 3], (_, _) => Task.FromException<int>(FakeResponse.Error(status)), new BatchOptions { MaxConcurrency = 3 });
        Assert.All(result, item => Assert.Equal(1, item.Attempts));
        Assert.Null(result.StoppedBy);
    }

    [Fact]
    public async Task None_sends_everything_once()
    {
        var client = new FakeChatClient((_, _, _) => throw FakeResponse.Error(429, ("retry-after-ms", "1")));
        var item = Assert.Single(await client.CompleteBatchAsync(["a"], batchOptions: new BatchOptions { Retry = RetryOptions.None }));
        Assert.Equal(429, Assert.IsType<ClientResultException>(item.Error).Status);
        Assert.Equal(1, client.AsyncCalls);
        // Nothing was given up where nothing was wanted.
        Assert.Null(item.GaveUpBecause);
    }

    [Fact]
    public async Task Hints_that_prove_too_short_are_not_believed_for_ever()
    {
        var attempts = new Attempts(_clock, [.. Enumerable.Repeat(FakeResponse.Error(429, ("retry-after-ms", "100")), 6)]);
        var batch = Run(attempts, new RetryOptions { Jitter = () => 1, MaxRateLimitRetries = 6 });
        await attempts.NextAsync();
        foreach (var wait in new[] { 120, 120, 120, 500, 1000, 2000 })
        {
            await attempts.ExpectAfterAsync(wait);
        }

        Assert.True(Assert.Single(await batch).Succeeded);
    }

    [Fact]
    public async Task Other_libraries_exceptions_can_be_taught()
    {
        var attempts = new Attempts(_clock, new FormatException(), new NotSupportedException());
        var batch = Run(attempts, new RetryOptions
        {
            Classify = e => e switch
            {
                FormatException => new BatchFailure(BatchFailureKind.RateLimited, TimeSpan.FromSeconds(2)),
                NotSupportedException => throw new InvalidOperationException("a judge that fails is not heard"),
                _ => null,
            },
        });
        await attempts.NextAsync();
        await attempts.ExpectAfterAsync(2020);
        Assert.IsType<NotSupportedException>(Assert.Single(await batch).Error);
    }

    [Fact]
    public async Task Blocking_operations_are_retried_on_their_own_thread()
    {
        var calls = 0;
        var run = Task.Run(() => Batch.Run(
            [1],
            (item, _) => Interlocked.Increment(ref calls) == 1 ? throw FakeResponse.Error(500) : Thread.CurrentThread.IsThreadPoolThread,
            new BatchOptions { Retry = Half, TimeProvider = _clock }));
        await _clock.TimerSetAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(250));
        Assert.False(Assert.Single(await run).Response);
    }

    [Fact]
    public async Task Cancelling_during_a_back_off_ends_it()
    {
        using var caller = new CancellationTokenSource();
        var attempts = new Attempts(_clock, FakeResponse.Error(500));
        var batch = Batch.RunAsync([7], attempts.RunAsync, new BatchOptions { Retry = Half, TimeProvider = _clock, CancellationGrace = Timeout.InfiniteTimeSpan }, caller.Token);
        await _clock.TimerSetAsync();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
        Assert.Equal(1, attempts.Count);
    }

    private Task<BatchResult<int>> Run(Attempts attempts, RetryOptions retry) =>
        Batch.RunAsync([7], attempts.RunAsync, new BatchOptions { Retry = retry, TimeProvider = _clock });
}
