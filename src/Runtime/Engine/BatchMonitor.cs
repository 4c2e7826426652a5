using System.Diagnostics;
using BatchMigrate.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BatchMigrate.Engine;

/// <summary>Counts what happens in one batch and tells the progress callback, the log, the instruments and the trace.</summary>
internal sealed class BatchMonitor
{
    private readonly object _reporting = new();
    private readonly IProgress<BatchProgress>? _progress;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private readonly long _began;
    private readonly int[] _waiting = new int[4];
    private int _completed;
    private int _failed;
    private int _skipped;
    private int _restored;
    private int _inFlight;
    private int _rateLimited;
    private int _limit;
    private BatchUsage _usage;
    private decimal? _cost = 0;
    private volatile bool _closed;
    private bool _progressFailed;

    internal BatchMonitor(BatchOptions options, int? total)
    {
        _progress = options.Progress;
        _logger = options.LoggerFactory?.CreateLogger(BatchLog.Category) ?? NullLogger.Instance;
        _clock = options.TimeProvider;
        Total = total;
        _began = _clock.GetTimestamp();
        LimitChanged(options.MaxConcurrency);
        if (BatchTelemetry.Source.HasListeners())
        {
            var outer = Activity.Current;
            Activity = BatchTelemetry.Source.StartActivity("batch");
            Activity?.SetTag("batchmigrate.items.total", total).SetTag("batchmigrate.concurrency.max", options.MaxConcurrency);
            // The calls of the batch are its children; what the caller does meanwhile is not.
            Activity.Current = outer;
        }

        Say(logger => BatchLog.Started(logger, total, options.MaxConcurrency));
    }

    /// <summary>The batch as a trace sees it; null where nobody listens.</summary>
    internal Activity? Activity { get; }

    /// <summary>The number of items, as soon as it is known.</summary>
    internal int? Total { get; set; }

    internal TimeSpan Elapsed => _clock.GetElapsedTime(_began);

    internal int Completed => Volatile.Read(ref _completed);

    internal int Failed => Volatile.Read(ref _failed);

    /// <summary>The name under which an exception is logged: its type, never its message, which may hold a provider's text.</summary>
    internal static string NameOf(Exception exception) => exception.GetType().FullName ?? exception.GetType().Name;

    internal void RequestStarted()
    {
        Interlocked.Increment(ref _inFlight);
        BatchTelemetry.Attempts.Add(1);
        BatchTelemetry.InFlight.Add(1);
    }

    internal void RequestEnded()
    {
        Interlocked.Decrement(ref _inFlight);
        BatchTelemetry.InFlight.Add(-1);
    }

    /// <summary>Begins a wait; what it returns goes to <see cref="WaitEnded"/>.</summary>
    internal long WaitBegan(WaitReason reason)
    {
        Interlocked.Increment(ref _waiting[(int)reason]);
        return _clock.GetTimestamp();
    }

    internal void WaitEnded(WaitReason reason, long began)
    {
        Interlocked.Decrement(ref _waiting[(int)reason]);
        BatchTelemetry.Waited(reason, _clock.GetElapsedTime(began));
    }

    internal void RateLimited()
    {
        Interlocked.Increment(ref _rateLimited);
        BatchTelemetry.RateLimited.Add(1);
    }

    /// <summary>Tells of the most requests at a time from now on.</summary>
    internal void LimitChanged(int limit)
    {
        if (limit != Volatile.Read(ref _limit) && !_closed)
        {
            BatchTelemetry.Limit.Add(limit - Interlocked.Exchange(ref _limit, limit));
        }
    }

    internal void SlowedDown(string kind, TimeSpan? pause, int limit) => Say(logger => BatchLog.SlowedDown(logger, kind, pause?.TotalMilliseconds ?? 0, limit));

    internal void Retrying(int index, int attempts, string kind, TimeSpan delay) => Say(logger => BatchLog.Retrying(logger, index, attempts, kind, delay.TotalMilliseconds));

    /// <summary>Tells that a request for several items is sent again in halves.</summary>
    internal void Halved(int items, Exception? error) => Say(logger => BatchLog.Halved(logger, items, error is null ? "its answer" : NameOf(error)));

    internal void StopsSending(Exception reason) => Say(logger => BatchLog.StopsSending(logger, NameOf(reason), _completed, _failed));

    /// <summary>Counts an item that has ended and tells of it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="isLogged">Whether its failure is worth a line; that of an item which was never sent is not.</param>
    internal void ItemEnded<T>(BatchItem<T> item, bool isLogged = true)
    {
        BatchTelemetry.ItemEnded(item);
        if (isLogged && item.Error is { } error)
        {
            SayFailed(item.Index, item.Attempts, error);
        }

        if (_progress is null)
        {
            Count(item);
            return;
        }

        // Counting and telling under one lock: reports come one at a time and never go backwards.
        lock (_reporting)
        {
            Count(item);
            if (item.Usage is { } usage)
            {
                _usage += usage;
                _cost += item.Cost;
            }

            if (!_closed)
            {
                Report(isFinal: false);
            }
        }
    }

    /// <summary>The last word, said once; what abandoned calls do later is not reported any more.</summary>
    internal void Close(string? stoppedBy = null)
    {
        lock (_reporting)
        {
            if (_closed)
            {
                return;
            }

            LimitChanged(0);
            _closed = true;
            if (stoppedBy is null)
            {
                Say(logger => BatchLog.Finished(logger, _completed, _failed, _skipped, Elapsed.TotalMilliseconds));
            }
            else
            {
                Say(logger => BatchLog.Stopped(logger, stoppedBy, _completed, _failed, _inFlight, Elapsed.TotalMilliseconds));
                Activity?.SetStatus(ActivityStatusCode.Error, stoppedBy);
            }

            Activity?.SetTag("batchmigrate.items.completed", _completed).SetTag("batchmigrate.items.failed", _failed).SetTag("batchmigrate.items.skipped", _skipped);
            Activity?.Stop();
            if (_progress is not null)
            {
                Report(isFinal: true);
            }
        }
    }

    private void Count<T>(BatchItem<T> item)
    {
        if (item.Error is not null)
        {
            Interlocked.Increment(ref _failed);
        }
        else if (item.Skipped)
        {
            Interlocked.Increment(ref _skipped);
        }
        else if (item.FromCheckpoint)
        {
            Interlocked.Increment(ref _restored);
        }

        Interlocked.Increment(ref _completed);
    }

    private void Report(bool isFinal)
    {
        try
        {
            _progress!.Report(new BatchProgress(Total, _completed, _failed, _skipped, Volatile.Read(ref _inFlight), Elapsed, isFinal)
            {
                Waiting = new(Volatile.Read(ref _waiting[0]), Volatile.Read(ref _waiting[1]), Volatile.Read(ref _waiting[2]), Volatile.Read(ref _waiting[3])),
                FromCheckpoint = _restored,
                RateLimited = Volatile.Read(ref _rateLimited),
                Usage = _usage,
                Cost = _usage.TotalTokens > 0 ? _cost : null,
            });
        }
        catch (Exception e) when (!_progressFailed)
        {
            _progressFailed = true;
            Say(logger => BatchLog.ProgressFailed(logger, NameOf(e)));
        }
        catch (Exception)
        {
            // Said once already.
        }
    }

    private void SayFailed(int index, int attempts, Exception error) => Say(logger => BatchLog.ItemFailed(logger, index, attempts, NameOf(error)));

    private void Say(Action<ILogger> write)
    {
        try
        {
            write(_logger);
        }
        catch (Exception)
        {
            // A broken logger must not cost the batch its answers.
        }
    }
}
