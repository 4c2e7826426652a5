using System.Runtime.ExceptionServices;

namespace BatchMigrate.Engine;

/// <summary>
/// A batch whose whole result is awaited: a sliding window of worker loops over one enumerator. A worker pulls an item only when it is free to
/// send it, and another worker is started only when one has found something to do.
/// </summary>
internal sealed class BatchRun<TItem, TRequest, TResult> : IDisposable
{
    private readonly BatchStep<TItem, TRequest, TResult> _step;
    private readonly BatchOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly List<BatchItem<TResult>> _items;
    private readonly BatchFlow _flow;
    private readonly BatchMonitor _monitor;
    private readonly ItemRunner<TItem, TRequest, TResult> _runner;
    private readonly PullSource<TItem> _source;
    private readonly int _maxWorkers;
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _started;
    private int _running;
    private volatile bool _itemInterrupted;
    private volatile ExceptionDispatchInfo? _fault;

    private BatchRun(IEnumerable<TItem> source, BatchStep<TItem, TRequest, TResult> step, BatchOptions options, CancellationToken cancellationToken)
    {
        _step = step;
        _options = options;
        _cancellationToken = cancellationToken;
        int? total = source.TryGetNonEnumeratedCount(out var count) ? count : null;
        _items = new List<BatchItem<TResult>>(total ?? 0);
        _maxWorkers = Math.Min(options.MaxConcurrency, Math.Max(total ?? int.MaxValue, 1));
        _flow = new BatchFlow(options, total, step.IsModelCall, step.CountedBy, cancellationToken);
        _monitor = _flow.Monitor;
        _runner = new ItemRunner<TItem, TRequest, TResult>(step, options, _flow);
        _source = new PullSource<TItem>(source);
    }

    /// <summary>Runs a batch to its end; all exceptions come through the task.</summary>
    internal static async Task<BatchResult<TResult>> RunAsync(
        IEnumerable<TItem> source, BatchStep<TItem, TRequest, TResult> step, BatchOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var run = new BatchRun<TItem, TRequest, TResult>(source, step, options, cancellationToken);
        return await run.FinishAsync().ConfigureAwait(false);
    }

    public void Dispose() => _flow.Dispose();

    private async Task<BatchResult<TResult>> FinishAsync()
    {
        StartWorker();
        var finished = await WaitAsync().ConfigureAwait(false);
        // A batch whose last item has been taken and whose calls have all ended well keeps its answers.
        if (!finished || _itemInterrupted || (_cancellationToken.IsCancellationRequested && !_source.HasEnded))
        {
            _monitor.Close(typeof(OperationCanceledException).FullName);
            throw new BatchCanceledException<TResult>(Partial(), _cancellationToken);
        }

        if (_fault is { } fault)
        {
            _monitor.Close(BatchMonitor.NameOf(fault.SourceException));
            fault.Throw();
        }

        _monitor.Total = _items.Count;
        _monitor.Close();
        return new BatchResult<TResult>(_items, _monitor.Elapsed) { StoppedBy = _flow.StopError };
    }

    /// <summary>What there is when the batch is cancelled. Abandoned calls may still write into their items, so those that are open get others in their place.</summary>
    private BatchResult<TResult> Partial()
    {
        BatchItem<TResult>[] items;
        // Not the gate of the source, which may be held by a source that blocks.
        lock (_items)
        {
            items = [.. _items];
        }

        var canceled = new OperationCanceledException(_cancellationToken);
        return new BatchResult<TResult>([.. items.Select(item => item.HasEnded ? item : BatchItem<TResult>.Open(item.Index, canceled))], _monitor.Elapsed) { StoppedBy = canceled };
    }

    /// <summary>Waits for the workers; false where cancelled calls did not unwind in time and are abandoned.</summary>
    private async Task<bool> WaitAsync()
    {
        if (_cancellationToken.CanBeCanceled)
        {
            // Continues elsewhere than in the thread that cancels.
            var canceled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var registration = _cancellationToken.UnsafeRegister(static state => ((TaskCompletionSource)state!).TrySetResult(), canceled);
            await Task.WhenAny(_finished.Task, canceled.Task).ConfigureAwait(false);
            if (!_finished.Task.IsCompleted)
            {
                CloseSource();
                await Task.WhenAny(_finished.Task, Task.Delay(_options.CancellationGrace, CancellationToken.None)).ConfigureAwait(false);
                return _finished.Task.IsCompleted;
            }
        }

        await _finished.Task.ConfigureAwait(false);
        return true;
    }

    private void StartWorker()
    {
        _started++;
        Interlocked.Increment(ref _running);
        try
        {
            // Blocking work gets threads of its own: the pool would hand out new ones only slowly.
            _ = _step.Blocks
                ? Task.Factory.StartNew(WorkAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                : Task.Run(WorkAsync);
        }
        catch (OutOfMemoryException) when (_started > 1)
        {
            // The system gives no more threads: the workers that there are do it alone.
            _started = _maxWorkers;
            Interlocked.Decrement(ref _running);
        }
    }

    private async Task WorkAsync()
    {
        try
        {
            while (TryTake(out var item, out var request, out var turn, out var send))
            {
                if (send)
                {
                    await _runner.RunAsync(request, item, turn).ConfigureAwait(false);
                    if (item.Error is not null && _cancellationToken.IsCancellationRequested)
                    {
                        _itemInterrupted = true;
                    }
                }

                _flow.ItemEnded(item);
            }
        }
        catch (Exception e)
        {
            // The source has thrown, or a logger. What is under way is still awaited.
            _fault ??= ExceptionDispatchInfo.Capture(e);
            CloseSource();
        }
        finally
        {
            if (Interlocked.Decrement(ref _running) == 0)
            {
                _finished.TrySetResult();
            }
        }
    }

    /// <summary>Takes the next item and prepares it: the user's own code, one thread at a time and in order.</summary>
    private bool TryTake(out BatchItem<TResult> item, out TRequest request, out Turn turn, out bool send)
    {
        item = null!;
        request = default!;
        turn = default;
        send = false;
        lock (_source.Gate)
        {
            if (_cancellationToken.IsCancellationRequested)
            {
                CloseSource();
                return false;
            }

            if (!_source.TryPull(out var current))
            {
                return false;
            }

            item = new BatchItem<TResult>(_items.Count);
            lock (_items)
            {
                _items.Add(item);
            }

            if (_flow.StopError is { } stopped)
            {
                // Its place is kept, so that no other item shifts.
                item.Fail(stopped, TimeSpan.Zero);
                return true;
            }

            try
            {
                send = _step.Prepare(current, out request);
                if (send)
                {
                    turn = _runner.TakeTurn(request);
                }
                else
                {
                    item.Skip();
                }
            }
            catch (Exception e)
            {
                item.Fail(e, TimeSpan.Zero);
            }

            if (send && _started < _maxWorkers)
            {
                StartWorker();
            }

            return true;
        }
    }

    private void CloseSource()
    {
        try
        {
            _source.Close();
        }
        catch (Exception e)
        {
            _fault ??= ExceptionDispatchInfo.Capture(e);
        }
    }
}
