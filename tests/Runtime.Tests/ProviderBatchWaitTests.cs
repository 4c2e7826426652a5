using System.ClientModel;
using System.Net;
using BatchMigrate.Runtime.Tests.Support;
using OpenAI.Chat;
using SimulatedProvider;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Waiting for the provider's service, on a clock of its own: hours take no time.</summary>
public class ProviderBatchWaitTests
{
    private const string Model = "simulated";

    private readonly FakeTimeProvider _clock = new();
    private Task? _timerSet;

    [Fact]
    public async Task Waits_grow_from_the_first_to_the_longest()
    {
        await using var host = await StartAsync(new() { ValidationTime = TimeSpan.FromSeconds(30), RunTime = TimeSpan.FromMinutes(30) });
        using var wire = new ServiceWire(_clock);
        var seen = new List<ProviderBatchStatus>();
        var wait = wire.Client(host).CompleteProviderBatchAsync(Model, ["a", "b"], batchOptions: Options(progress: seen.Add));
        var result = await RunAsync(wait);

        result.EnsureSuccess();
        var looks = wire.Log.Where(entry => entry.Call == "GET /batches/batch_000001").Select(entry => entry.At).ToArray();
        // Half as long again each time, in whole milliseconds.
        double[] expected = [10, 15, 22.5, 33.75, 50.625, 75.937, 113.906, 170.859, 256.289, 300, 300];
        Assert.Equal(expected, looks.Zip(looks.Skip(1), (one, next) => (next - one).TotalSeconds).Take(expected.Length));
        Assert.Equal(looks.Length, seen.Count);
        Assert.Equal(
            [ProviderBatchState.Validating, ProviderBatchState.InProgress, ProviderBatchState.Completed],
            seen.Select(status => status.Parts[0].State).Distinct());
        Assert.Equal((2, 2, 0, true), (seen[^1].Requests, seen[^1].Completed, seen[^1].Failed, seen[^1].HasEnded));
        // By the provider's clock, whenever it was that somebody looked.
        Assert.Equal(TimeSpan.FromMinutes(30.5), result.Elapsed);
    }

    [Fact]
    public async Task A_wait_varies_by_a_fifth()
    {
        await using var host = await StartAsync(new() { RunTime = TimeSpan.FromSeconds(20) });
        using var wire = new ServiceWire(_clock);
        var chance = new Queue<double>([0, 1, 0.5]);
        var options = new ProviderBatchOptions { TimeProvider = _clock, Jitter = () => chance.Dequeue() };
        await RunAsync(wire.Client(host).CompleteProviderBatchAsync(Model, ["a"], batchOptions: options));
        var looks = wire.Log.Where(entry => entry.Call == "GET /batches/batch_000001").Select(entry => entry.At).ToArray();
        Assert.Equal([8, 18], looks.Zip(looks.Skip(1), (one, next) => (next - one).TotalSeconds));
    }

    [Fact]
    public async Task Passing_failures_of_a_look_are_waited_through_as_long_as_the_provider_asks()
    {
        await using var host = await StartAsync(new() { RunTime = TimeSpan.FromMinutes(60) });
        using var wire = new ServiceWire(_clock) { RetryAfter = TimeSpan.FromMinutes(7) };
        using var log = new RecordingLoggerFactory();
        var look = 0;
        wire.Before = call => call.StartsWith("GET /batches/", StringComparison.Ordinal)
            ? ++look switch { 2 => HttpStatusCode.TooManyRequests, 3 => HttpStatusCode.InternalServerError, 4 => throw new HttpRequestException("lost"), _ => null }
            : null;
        var result = await RunAsync(wire.Client(host).CompleteProviderBatchAsync(Model, ["secret"], batchOptions: Options(log: log)));
        result.EnsureSuccess();
        var looks = wire.Log.Where(entry => entry.Call == "GET /batches/batch_000001").Select(entry => entry.At).ToArray();
        Assert.Equal([10, 420, 420], looks.Zip(looks.Skip(1), (one, next) => (next - one).TotalSeconds).Take(3));
        Assert.Equal(3, log.Lines.Count(line => line.Event.Id == 103));
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_many_failures_in_a_row_end_the_wait_and_nothing_else()
    {
        await using var host = await StartAsync(new() { RunTime = TimeSpan.FromMinutes(60) });
        using var wire = new ServiceWire(_clock);
        var batch = await wire.Client(host).SubmitProviderBatchAsync(Model, ["a"], batchOptions: Options(failures: 3));
        wire.Before = call => call.StartsWith("GET /batches/", StringComparison.Ordinal) ? HttpStatusCode.BadGateway : null;
        wire.Log.Clear();
        Assert.Equal(502, (await Assert.ThrowsAsync<ClientResultException>(() => RunAsync(batch.WaitAsync()))).Status);
        Assert.Equal(4, wire.Calls.Count());

        // A key that is not accepted will not be so later.
        wire.Before = _ => HttpStatusCode.Unauthorized;
        wire.Log.Clear();
        Assert.Equal(401, (await Assert.ThrowsAsync<ClientResultException>(() => batch.WaitAsync())).Status);
        Assert.Single(wire.Calls);

        wire.Before = null;
        (await RunAsync(batch.WaitAsync())).EnsureSuccess();
    }

    [Fact]
    public async Task Cancelling_a_wait_leaves_the_batch_running()
    {
        await using var host = await StartAsync(new() { RunTime = TimeSpan.FromHours(2) });
        using var wire = new ServiceWire(_clock);
        using var caller = new CancellationTokenSource();
        var wait = wire.Client(host).CompleteProviderBatchAsync(Model, ["a"], batchOptions: Options(), cancellationToken: caller.Token);
        await _clock.TimerSetAsync();
        await caller.CancelAsync();
        var cancelled = await Assert.ThrowsAsync<ProviderBatchCanceledException>(() => wait);
        Assert.Equal(caller.Token, cancelled.CancellationToken);
        Assert.Equal(ProviderBatchState.InProgress, (await cancelled.Batch.GetStatusAsync()).Parts[0].State);
        Assert.DoesNotContain(wire.Calls, call => call.EndsWith("/cancel", StringComparison.Ordinal));

        // The same handle, and another process.
        (await RunAsync(cancelled.Batch.WaitAsync())).EnsureSuccess();
        (await RunAsync(wire.Client(host).ResumeProviderBatch(cancelled.Batch.Ids, Options()).WaitAsync())).EnsureSuccess();
        Assert.Equal(1, host.BatchCounters.Batches);
    }

    [Fact]
    public async Task An_expired_batch_gives_what_was_done()
    {
        await using var host = await StartAsync(new() { RunTime = TimeSpan.FromHours(30), FinishedShare = 0.3 });
        using var wire = new ServiceWire(_clock);
        var batch = await wire.Client(host).SubmitProviderBatchAsync(Model, Enumerable.Range(0, 10).Select(i => $"a{i}"), batchOptions: Options());
        var result = await RunAsync(batch.WaitAsync());
        CheckPartial(result, 3, ProviderBatchItemFailure.Expired, "batch_expired");
        Assert.Equal(TimeSpan.FromHours(24), result.Elapsed);
        Assert.Equal(ProviderBatchItemFailure.Expired, Assert.IsType<ProviderBatchItemException>(result.StoppedBy).Reason);
        Assert.Equal(3, result.Count(item => item.Usage is not null));

        // Where the provider writes no lines for what was not done it is the same.
        await using var silent = await StartAsync(new() { RunTime = TimeSpan.FromHours(30), FinishedShare = 0.3, Lines = lines => lines.Where(line => line.Contains("\"error\":null", StringComparison.Ordinal)) });
        var same = await RunAsync(wire.Client(silent).CompleteProviderBatchAsync(Model, Enumerable.Range(0, 10).Select(i => $"a{i}"), batchOptions: Options()));
        CheckPartial(same, 3, ProviderBatchItemFailure.Expired, null);
    }

    [Fact]
    public async Task A_cancelled_batch_gives_what_was_done()
    {
        await using var host = await StartAsync(new() { RunTime = TimeSpan.FromHours(2), CancellingTime = TimeSpan.FromMinutes(10), FinishedShare = 0.5 });
        using var wire = new ServiceWire(_clock);
        var client = wire.Client(host);
        var batch = await client.SubmitProviderBatchAsync(Model, Enumerable.Range(0, 10).Select(i => $"a{i}"), batchOptions: Options());
        await batch.CancelAsync();
        await batch.CancelAsync();
        Assert.Equal(ProviderBatchState.Cancelling, (await batch.GetStatusAsync()).Parts[0].State);
        Assert.Single(wire.Calls, call => call.EndsWith("/cancel", StringComparison.Ordinal));
        CheckPartial(await RunAsync(batch.WaitAsync()), 5, ProviderBatchItemFailure.Cancelled, "batch_cancelled");
        await batch.CancelAsync();
        Assert.Equal(ProviderBatchState.Cancelled, (await batch.GetStatusAsync()).Parts[0].State);
    }

    [Fact]
    public async Task A_batch_that_ends_while_it_is_cancelled_has_ended()
    {
        await using var host = await StartAsync(new() { RunTime = TimeSpan.FromMinutes(1) });
        using var wire = new ServiceWire(_clock);
        var batch = await wire.Client(host).SubmitProviderBatchAsync(Model, ["a"], batchOptions: new() { TimeProvider = _clock, Retry = RetryOptions.None });
        wire.Before = call =>
        {
            if (call.EndsWith("/cancel", StringComparison.Ordinal))
            {
                _clock.Advance(TimeSpan.FromMinutes(2));
            }

            return null;
        };
        await batch.CancelAsync();
        (await batch.WaitAsync()).EnsureSuccess();
    }

    [Fact]
    public async Task A_download_that_breaks_off_is_made_again()
    {
        await using var host = await StartAsync(new());
        using var wire = new ServiceWire(_clock);
        var calls = 0;
        wire.After = call =>
        {
            if (call.EndsWith("/content", StringComparison.Ordinal) && ++calls == 1)
            {
                throw new HttpRequestException("lost");
            }
        };
        wire.Cut = call => call.EndsWith("/content", StringComparison.Ordinal) && calls == 2;
        (await RunAsync(wire.Client(host).CompleteProviderBatchAsync(Model, Enumerable.Range(0, 9).Select(i => $"a{i}"), batchOptions: Options()))).EnsureSuccess();
        Assert.Equal(3, wire.Calls.Count(call => call.EndsWith("/content", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_callback_or_a_logger_that_throws_costs_nothing()
    {
        await using var host = await StartAsync(new());
        using var wire = new ServiceWire(_clock);
        using var log = new RecordingLoggerFactory(new FormatException());
        (await wire.Client(host).CompleteProviderBatchAsync(Model, ["a"], batchOptions: Options(progress: _ => throw new FormatException(), log: log))).EnsureSuccess();
    }

    private static void CheckPartial(BatchResult<ClientResult<ChatCompletion>> result, int done, ProviderBatchItemFailure reason, string? code)
    {
        Assert.Equal(10, result.Count);
        Assert.Equal(done, result.Count(item => item.Succeeded));
        Assert.All(result.Where(item => item.Succeeded), item => Assert.EndsWith($": a{item.Index}", item.Response.Value.Content[0].Text, StringComparison.Ordinal));
        Assert.All(result.Failed, item =>
        {
            var error = Assert.IsType<ProviderBatchItemException>(item.Error);
            Assert.Equal((reason, code), (error.Reason, error.Code));
        });
    }

    private Task<SimulatedProviderHost> StartAsync(BatchServiceOptions service) => SimulatedProviderHost.StartAsync(new() { TimeProvider = _clock, BatchService = service });

    private ProviderBatchOptions Options(Action<ProviderBatchStatus>? progress = null, RecordingLoggerFactory? log = null, int failures = 20) => new()
    {
        TimeProvider = _clock,
        Jitter = () => 0.5,
        Progress = progress is null ? null : new Heard(progress),
        LoggerFactory = log,
        MaxPollFailures = failures,
    };

    /// <summary>Moves the clock to the end of each wait in turn.</summary>
    private async Task<T> RunAsync<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            // One that was left over from the work before is taken first.
            _timerSet ??= _clock.TimerSetAsync();
            if (await Task.WhenAny(work, _timerSet) == _timerSet)
            {
                _timerSet = null;
                _clock.AdvanceToNext();
            }
        }

        return await work;
    }

    private sealed class Heard(Action<ProviderBatchStatus> hear) : IProgress<ProviderBatchStatus>
    {
        public void Report(ProviderBatchStatus value) => hear(value);
    }
}
