namespace SimulatedProvider.Tests;

public sealed class RateWindowTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void A_fixed_window_starts_again_at_its_end()
    {
        var window = new FixedWindow(60, 6, TimeSpan.FromSeconds(6), _clock);
        window.Take(4);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((2, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)), (window.Remaining, window.WaitFor(3), window.UntilFull));
        window.Take(2);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((6, TimeSpan.Zero), (window.Remaining, window.WaitFor(6)));
        _clock.Advance(TimeSpan.FromSeconds(15));
        window.Take(6);
        Assert.Equal(TimeSpan.FromSeconds(3), window.WaitFor(1));
    }

    [Fact]
    public void A_sliding_window_forgets_each_request_when_it_is_old_enough()
    {
        var window = new SlidingWindow(600, 3, TimeSpan.FromMilliseconds(300), _clock);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            window.Take(1);
            _clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal((1, TimeSpan.Zero, TimeSpan.FromMilliseconds(100)), (window.Remaining, window.WaitFor(1), window.WaitFor(2)));
        Assert.Equal(TimeSpan.FromMilliseconds(200), window.WaitFor(3));
        Assert.Equal(TimeSpan.FromMilliseconds(200), window.UntilFull);
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Equal(3, window.Remaining);
    }

    [Fact]
    public void A_window_admits_its_part_of_a_minute()
    {
        var limiter = new RateLimiter(new() { RequestsPerMinute = 600, Window = RateWindow.Sliding, WindowLength = TimeSpan.FromMilliseconds(200), TimeProvider = _clock });
        Assert.Equal([null, null, "requests"], Enumerable.Range(0, 3).Select(_ => limiter.Admit(1).Exceeded));
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Null(limiter.Admit(1).Exceeded);
    }

    [Fact]
    public void Limits_change_while_it_runs_and_hints_can_lie()
    {
        var limiter = new RateLimiter(new()
        {
            RequestsPerMinute = 4,
            LimitChanges = [new(TimeSpan.FromMinutes(1), 0.5), new(TimeSpan.FromMinutes(2), 2)],
            HintFactor = 0.5,
            TimeProvider = _clock,
        });
        Assert.Equal(4, Admitted());
        Assert.Equal(TimeSpan.FromSeconds(7.5), limiter.Admit(1).Wait);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, Admitted());
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(8, Admitted());
        limiter.Reset();
        Assert.Equal(4, Admitted());

        int Admitted() => Enumerable.Range(0, 20).Count(_ => limiter.Admit(1).Exceeded is null);
    }

    [Fact]
    public async Task A_slow_body_comes_whole_and_529_is_overloaded()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions());
        var client = Client.For(host);
        Assert.Contains("hello", (await client.CompleteChatAsync([new OpenAI.Chat.UserChatMessage("hello [simulate:slow=1ms]")])).Value.Content[0].Text, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<System.ClientModel.ClientResultException>(() => client.CompleteChatAsync([new OpenAI.Chat.UserChatMessage("[simulate:529]")]));
        Assert.Equal(529, refused.Status);
        Assert.Equal(1, host.Counters.Succeeded);
    }
}
