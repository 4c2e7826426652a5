using BatchMigrate.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BatchMigrate.Engine;

/// <summary>Counts what happens in one batch and tells the progress callback and the log.</summary>
internal sealed class BatchMonitor
{
    private readonly object _reporting = new();
    private readonly IProgress<BatchProgress>? _progress;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private readonly long _began;
    private int _completed;
    private int _failed;
    private int _skipped;
    private int _inFlight;
    private int _rateLimited;
    private bool _closed;
    private bool _progressFailed;

    internal BatchMonitor(BatchOptions options, int? total)
    {
        _progress = options.Progress;
        _logger = options.LoggerFactory?.CreateLogger(BatchLog.Category) ?? NullLogger.Instance;
        _clock = options.TimeProvider;
        Total = total;
        _began = _clock.GetTimestamp();
        Say(logger => BatchLog.Started(logger, total, options.MaxConcurrency));
    }

    /// <summary>The number of items, as soon as it is known.</summary>
    internal int? Total { get; set; }

    internal TimeSpan Elapsed => _clock.GetElapsedTime(_began);

    /// <summary>The name under which an exception is logged: its type, never its message, which may hold a provider's text.</summary>
    internal static string NameOf(Exception exception) => exception.GetType().FullName ?? exception.GetType().Name;

    internal void RequestStarted() => Interlocked.Increment(ref _inFlight);

    internal void RequestEnded() => Interlocked.Decrement(ref _inFlight);

    internal int Completed => Volatile.Read(ref _completed);

    internal int Failed => Volatile.Read(ref _failed);

    internal void RateLimited() => Interlocked.Increment(ref _rateLimited);

    /// <summary>Counts an item that has ended and tells of it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="isLogged">Whether its failure is worth a line; that of an item which was never sent is not.</param>
    internal void ItemEnded<T>(BatchItem<T> item, bool isLogged = true)
    {
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

            _closed = true;
            if (stoppedBy is null)
            {
                Say(logger => BatchLog.Finished(logger, _completed, _failed, _skipped, Elapsed.TotalMilliseconds));
            }
            else
            {
                Say(logger => BatchLog.Stopped(logger, stoppedBy, _completed, _failed, _inFlight, Elapsed.TotalMilliseconds));
            }

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

        Interlocked.Increment(ref _completed);
    }

    private void Report(bool isFinal)
    {
        try
        {
            _progress!.Report(new BatchProgress(Total, _completed, _failed, _skipped, Volatile.Read(ref _inFlight), Elapsed, isFinal));
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
