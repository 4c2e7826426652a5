using System.Threading.Channels;

namespace BatchMigrate.Runtime.Tests.Support;

/// <summary>An operation whose attempts fail in turn with given exceptions and then succeed; it tells each attempt and the time at which it was made.</summary>
internal sealed class Attempts(FakeTimeProvider clock, params Exception[] errors)
{
    private readonly Channel<TimeSpan> _made = Channel.CreateUnbounded<TimeSpan>();
    private readonly long _began = clock.GetTimestamp();
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public Task<int> RunAsync(int item, CancellationToken cancellationToken)
    {
        var attempt = Interlocked.Increment(ref _count);
        _made.Writer.TryWrite(clock.GetElapsedTime(_began));
        return attempt <= errors.Length ? Task.FromException<int>(errors[attempt - 1]) : Task.FromResult(item);
    }

    /// <summary>The time since the start at which the next attempt was made.</summary>
    public ValueTask<TimeSpan> NextAsync() => _made.Reader.ReadAsync();

    /// <summary>Expects that the next attempt is made exactly so much later and not a millisecond before.</summary>
    public async Task ExpectAfterAsync(double milliseconds)
    {
        var (before, made) = (clock.GetElapsedTime(_began), Count);
        await clock.TimerSetAsync();
        clock.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        Assert.Equal(made, Count);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(before + TimeSpan.FromMilliseconds(milliseconds), await NextAsync());
    }
}
