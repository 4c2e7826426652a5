using System.Threading.Channels;
using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

/// <summary>What a batch does with its concurrency when the provider has too much to do.</summary>
public class AdaptiveConcurrencyTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Channel<string> _events = Channel.CreateUnbounded<string>();
    private readonly Gates _gates = new();
    private readonly TaskCompletionSource _allIn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _arrived;

    [Fact]
    public async Task A_burst_of_rejections_is_one_pause_and_then_a_slow_start()
    {
        var log = new RecordingLoggerFactory();
        var batch = Batch.RunAsync(
            Enumerable.Range(0, 4),
            (item, cancellationToken) => RejectedOnceAsync(item, FakeResponse.Error(429, ("Retry-After", "2")), cancellationToken),
            new BatchOptions { MaxConcurrency = 4, Retry = new RetryOptions(), TimeProvider = _clock, LoggerFactory = log });
        for (var i = 0; i < 4; i++)
        {
            await _clock.TimerSetAsync();
        }

        _clock.Advance(TimeSpan.FromMilliseconds(2020));
        _gates.Open(Enumerable.Range(0, 4));
        Assert.Equal([2, 2, 2, 2], (await batch).EnsureSuccess().Select(item => item.Attempts));
        var events = await ReadAsync();
        // One alone; then, because it went well, two at a time.
        Assert.Equal(["start", "end", "start"], events[..3]);
        Assert.InRange(MostAtOnce(events), 1, 2);
        Assert.Single(log.Lines, line => line.Event.Name == "BatchSlowedDown");
    }

    [Fact]
    public async Task Overload_halves_the_requests_at_a_time_without_a_pause()
    {
        var batch = Batch.RunAsync(
            Enumerable.Range(0, 4),
            (item, cancellationToken) => RejectedOnceAsync(item, FakeResponse.Error(503), cancellationToken),
            new BatchOptions { MaxConcurrency = 4, Retry = new RetryOptions { Jitter = () => 1 }, TimeProvider = _clock });
        for (var i = 0; i < 4; i++)
        {
            await _clock.TimerSetAsync();
        }

        _clock.Advance(TimeSpan.FromMilliseconds(500));
        string[] first = [await _events.Reader.ReadAsync(), await _events.Reader.ReadAsync()];
        _gates.Open(Enumerable.Range(0, 4));
        Assert.Equal([2, 2, 2, 2], (await batch).EnsureSuccess().Select(item => item.Attempts));
        Assert.Equal(["start", "start"], first);
        Assert.Equal(2, MostAtOnce(first.Concat(await ReadAsync())));
    }

    [Fact]
    public async Task Switched_off_everything_starts_again_together()
    {
        var batch = Batch.RunAsync(
            Enumerable.Range(0, 4),
            (item, cancellationToken) => RejectedOnceAsync(item, FakeResponse.Error(429, ("Retry-After", "2")), cancellationToken),
            new BatchOptions { MaxConcurrency = 4, AdaptiveConcurrency = false, Retry = new RetryOptions(), TimeProvider = _clock });
        for (var i = 0; i < 4; i++)
        {
            await _clock.TimerSetAsync();
        }

        _clock.Advance(TimeSpan.FromMilliseconds(2020));
        await _gates.StartedAsync(Enumerable.Range(0, 4));
        _gates.Open(Enumerable.Range(0, 4));
        (await batch).EnsureSuccess();
    }

    private static int MostAtOnce(IEnumerable<string> events)
    {
        var (running, most) = (0, 0);
        foreach (var e in events)
        {
            running += e == "start" ? 1 : -1;
            most = Math.Max(most, running);
        }

        return most;
    }

    /// <summary>The first four attempts are all under way before each is rejected.</summary>
    private async Task<int> RejectedOnceAsync(int item, Exception rejection, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _arrived) is <= 4 and var place)
        {
            if (place == 4)
            {
                _allIn.SetResult();
            }

            await _allIn.Task;
            throw rejection;
        }

        _events.Writer.TryWrite("start");
        var result = await _gates.Operation()(item, cancellationToken);
        _events.Writer.TryWrite("end");
        return result;
    }

    private async Task<List<string>> ReadAsync()
    {
        _events.Writer.Complete();
        return await _events.Reader.ReadAllAsync().ToListAsync();
    }
}
