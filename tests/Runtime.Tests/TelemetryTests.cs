using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using BatchMigrate.Runtime.Tests.Support;
using Microsoft.Extensions.Logging;

namespace BatchMigrate.Runtime.Tests;

/// <summary>The instruments belong to the process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public class AloneDefinition;

[Collection(nameof(TelemetryTests))]
public sealed class TelemetryTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task The_instruments_tell_items_attempts_rate_limits_waits_and_limits()
    {
        using var meter = new Listener();
        await RunAsync(new BatchOptions());
        Assert.Equal(["batchmigrate.attempts", "batchmigrate.concurrency.limit", "batchmigrate.in_flight", "batchmigrate.items", "batchmigrate.rate_limited", "batchmigrate.wait.duration"], meter.Instruments);
        Assert.Equal((1, 1, 1), (meter.Sum("batchmigrate.items", "failed"), meter.Sum("batchmigrate.items", "skipped"), meter.Sum("batchmigrate.items", "succeeded")));
        Assert.Equal(3, meter.Sum("batchmigrate.attempts"));
        Assert.Equal(1, meter.Sum("batchmigrate.rate_limited"));
        Assert.Equal(2.02, meter.Sum("batchmigrate.wait.duration", "retry"));
        // Whatever goes up comes down.
        Assert.Equal((0, 0), (meter.Sum("batchmigrate.in_flight"), meter.Sum("batchmigrate.concurrency.limit")));
    }

    [Fact]
    public async Task Items_that_were_not_sent_are_counted_as_such()
    {
        using var meter = new Listener();
        await Batch.RunAsync<int, int>([1, 2, 3], (_, _) => throw new FormatException(), new BatchOptions { MaxConcurrency = 1, OnFailure = FailureMode.StopOnFirst });
        Assert.Equal((1, 2), (meter.Sum("batchmigrate.items", "failed"), meter.Sum("batchmigrate.items", "not_sent")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_batch_is_an_activity_and_its_calls_are_its_children(bool streamed)
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "BatchMigrate",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var outer = new Activity("outer").Start();
        var seen = new ConcurrentQueue<Activity?>();
        Task<int> Operation(int item, CancellationToken cancellationToken)
        {
            seen.Enqueue(Activity.Current);
            return item == 1 ? throw new FormatException() : Task.FromResult(item);
        }

        if (streamed)
        {
            await foreach (var item in Batch.StreamAsync(Enumerable.Range(0, 3), Operation))
            {
                Assert.Same(outer, Activity.Current);
            }
        }
        else
        {
            await Batch.RunAsync(Enumerable.Range(0, 3), Operation);
        }

        Assert.Same(outer, Activity.Current);
        var batch = Assert.Single(ended);
        Assert.Equal(("batch", outer), (batch.DisplayName, batch.Parent));
        Assert.All(seen, activity => Assert.Same(batch, activity));
        Assert.Equal((3, 3, 1, 10), (batch.GetTagItem("batchmigrate.items.total"), batch.GetTagItem("batchmigrate.items.completed"), batch.GetTagItem("batchmigrate.items.failed"), batch.GetTagItem("batchmigrate.concurrency.max")));
    }

    [Fact]
    public async Task The_log_tells_of_slowing_down_of_retries_and_of_a_stop_without_content()
    {
        var log = new RecordingLoggerFactory();
        await RunAsync(new BatchOptions { LoggerFactory = log });
        await new FakeChatClient((_, _, _) => throw FakeResponse.Quota()).CompleteBatchAsync(["secret"], batchOptions: new BatchOptions { LoggerFactory = log });
        Assert.Contains((LogLevel.Warning, "BatchSlowedDown", "The provider has too much to do (RateLimited): nothing starts for 2020 ms, then at most 1 requests at a time and slowly more."), Lines());
        Assert.Contains((LogLevel.Debug, "BatchItemRetried", "Item 0 is sent again after 1 attempt(s), in 2020 ms: RateLimited."), Lines());
        Assert.Contains((LogLevel.Warning, "BatchStopsSending", "The batch sends nothing more because of System.ClientModel.ClientResultException: 0 items had ended, 0 of them failed."), Lines());
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains("secret", StringComparison.Ordinal));

        IEnumerable<(LogLevel, string, string)> Lines() => log.Lines.Select(line => (line.Level, line.Event.Name!, line.Text));
    }

    [Fact]
    public async Task Progress_tells_what_items_wait_for()
    {
        var progress = new RecordingProgress();
        await RunAsync(new BatchOptions { Progress = progress });
        // The second item fails while the first waits for its next attempt.
        Assert.Equal(new BatchWaiting(0, 0, 1, 0), progress.Reports.First(report => report.Failed == 1).Waiting);
        Assert.Equal((0, 1), (progress.Reports[^1].Waiting.Total, progress.Reports[^1].RateLimited));
    }

    /// <summary>One item that is limited once, one that fails meanwhile, and one that needs no request.</summary>
    private async Task RunAsync(BatchOptions options)
    {
        var calls = 0;
        var under = new TaskCompletionSource();
        var limited = new TaskCompletionSource();
        var failed = new TaskCompletionSource();
        var client = new FakeChatClient(async (messages, _, _) =>
        {
            if (FakeChatClient.TextOf(messages) == "secret b")
            {
                under.SetResult();
                await limited.Task;
                await _clock.TimerSetAsync();
                failed.SetResult();
                throw FakeResponse.Error(400);
            }

            if (Interlocked.Increment(ref calls) > 1)
            {
                return "ok";
            }

            // Both are under way before one is rejected: later the other would not start.
            await under.Task;
            limited.SetResult();
            throw FakeResponse.Error(429, ("Retry-After", "2"));
        });
        // The clock stands still until the other two have ended.
        var others = new TaskCompletionSource();
        var progress = new RecordingProgress(also: report =>
        {
            options.Progress?.Report(report);
            if (report.Completed == 2)
            {
                others.TrySetResult();
            }
        });
        var own = new BatchOptions { Progress = progress, LoggerFactory = options.LoggerFactory, TimeProvider = _clock, MaxConcurrency = 2 };
        var batch = client.CompleteBatchAsync(["secret a", "secret b", null], batchOptions: own);
        await failed.Task;
        await others.Task;
        _clock.Advance(TimeSpan.FromMilliseconds(2020));
        await batch;
    }

    private sealed class Listener : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<(string Name, double Value, string? Tag)> _values = new();
        private readonly ConcurrentDictionary<string, bool> _instruments = new();

        public Listener()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "BatchMigrate")
                {
                    _instruments[instrument.Name] = true;
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public IEnumerable<string> Instruments => _instruments.Keys.Order(StringComparer.Ordinal);

        public double Sum(string name, string? tag = null) => _values.Where(value => value.Name == name && (tag is null || value.Tag == tag)).Sum(value => value.Value);

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _values.Enqueue((instrument.Name, value, tags.Length == 0 ? null : (string?)tags[0].Value));
    }
}
