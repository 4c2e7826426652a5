using BatchMigrate.Engine;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Additive increase and multiplicative decrease, step by step.</summary>
public class ConcurrencyGateTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public void Nothing_is_held_back_until_something_goes_wrong()
    {
        var gate = new ConcurrencyGate(8, isAdaptive: true);
        Assert.Equal(Enumerable.Repeat(true, 8), Enumerable.Range(0, 8).Select(_ => gate.TryEnter()));
        Assert.Equal((8, 8), (gate.InFlight, gate.Limit));
    }

    [Fact]
    public void A_burst_of_failures_halves_the_limit_once()
    {
        var gate = Full(8);
        Assert.True(gate.Cut(generation: 0, startSlowly: false));
        for (var i = 0; i < 5; i++)
        {
            Assert.False(gate.Cut(generation: 0, startSlowly: false));
        }

        Assert.Equal(4, gate.Limit);
        // The eight under way are two times as many as may be now.
        Assert.False(gate.TryEnter());
        Leave(gate, 5, succeeded: false);
        Assert.True(gate.TryEnter());
        Assert.False(gate.TryEnter());

        // A failure of a request that has started since is a new one.
        Assert.True(gate.Cut(gate.Generation, startSlowly: false));
        Assert.Equal(2, gate.Limit);
    }

    [Fact]
    public void After_a_rate_limit_it_starts_with_one_doubles_up_to_the_half_and_then_adds_one_a_round()
    {
        var gate = Full(16);
        gate.Cut(generation: 0, startSlowly: true);
        Leave(gate, 16, succeeded: false);
        var limits = new List<int>();
        for (var round = 0; round < 12; round++)
        {
            var entered = 0;
            while (gate.TryEnter())
            {
                entered++;
            }

            limits.Add(entered);
            Leave(gate, entered, succeeded: true);
            if (gate.Limit == 16)
            {
                break;
            }
        }

        Assert.Equal([1, 2, 4, 8], limits[..4]);
        Assert.All(limits[3..].Zip(limits[4..]), pair => Assert.InRange(pair.Second - pair.First, 0, 1));
        Assert.Equal(14, limits[10]);
    }

    [Fact]
    public void The_limit_never_falls_below_one_and_never_exceeds_the_maximum()
    {
        var gate = new ConcurrencyGate(2, isAdaptive: true);
        for (var i = 0; i < 10; i++)
        {
            Assert.True(gate.TryEnter());
            gate.Cut(gate.Generation, startSlowly: i % 2 == 0);
            gate.Leave(succeeded: false);
            Assert.Equal(1, gate.Limit);
        }

        for (var i = 0; i < 50; i++)
        {
            Assert.True(gate.TryEnter());
            gate.Leave(succeeded: true);
        }

        Assert.Equal(2, gate.Limit);
    }

    [Fact]
    public async Task Those_who_wait_enter_in_order_as_others_leave()
    {
        var gate = Full(4);
        gate.Cut(generation: 0, startSlowly: false);
        var (first, second) = (gate.EnterAsync(Never), gate.EnterAsync(Never));
        Leave(gate, 3, succeeded: false);
        await first;
        Assert.False(second.IsCompleted);
        // Nobody passes those who wait.
        Assert.False(gate.TryEnter());
        gate.Leave(succeeded: false);
        await second;
        Assert.Equal(2, gate.InFlight);
    }

    [Fact]
    public async Task Who_is_cancelled_leaves_the_line()
    {
        using var caller = new CancellationTokenSource();
        var gate = Full(2);
        gate.Cut(generation: 0, startSlowly: false);
        var (first, second) = (gate.EnterAsync(caller.Token), gate.EnterAsync(Never));
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Leave(gate, 2, succeeded: false);
        await second;
        Assert.Equal(1, gate.InFlight);
    }

    [Fact]
    public void Switched_off_it_only_counts()
    {
        var gate = new ConcurrencyGate(4, isAdaptive: false);
        Assert.True(gate.TryEnter());
        Assert.True(gate.Cut(generation: 0, startSlowly: true));
        Assert.False(gate.Cut(generation: 0, startSlowly: true));
        Assert.Equal(4, gate.Limit);
        Assert.True(gate.TryEnter());
    }

    private static ConcurrencyGate Full(int max)
    {
        var gate = new ConcurrencyGate(max, isAdaptive: true);
        for (var i = 0; i < max; i++)
        {
            gate.TryEnter();
        }

        return gate;
    }

    private static void Leave(ConcurrencyGate gate, int times, bool succeeded)
    {
        for (var i = 0; i < times; i++)
        {
            gate.Leave(succeeded);
        }
    }
}
