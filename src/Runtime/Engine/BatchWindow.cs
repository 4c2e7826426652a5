using System.Runtime.ExceptionServices;

namespace BatchMigrate.Engine;

/// <summary>
/// A batch whose whole result is awaited: a sliding window of worker loops over one enumerator. A worker pulls work only when it is free to
/// send it, and another worker is started only when one has found something to do.
/// </summary>
/// <typeparam name="TItem">The type of an item of the source.</typeparam>
/// <typeparam name="TWork">What a worker takes at a time: one item, or several that share a request.</typeparam>
/// <typeparam name="TResult">The type of an item's result.</typeparam>
internal abstract class BatchWindow<TItem, TWork, TResult> : IDisposable
{
    private readonly CancellationToken _cancellationToken;
    private readonly List<BatchItem<TResult>> _items;
    private readonly bool _blocks;
    private readonly object _workers = new();
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _maxWorkers;
    private volatile int _running;
    private volatile bool _itemInterrupted;
    private volatile ExceptionDispatchInfo? _fault;

    private protected BatchWindow(IEnumerable<TItem> source, BatchOptions options, Func<int?, BatchFlow> makeFlow, bool blocks, CancellationToken cancellationToken)
    {
        Options = options;
        _blocks = blocks;
        _cancellationToken = cancellationToken;
        int? total = source.TryGetNonEnumeratedCount(out var count) ? count : null;
        _items = new List<BatchItem<TResult>>(total ?? 0);
        _maxWorkers = Math.Min(options.MaxConcurrency, Math.Max(total ?? int.MaxValue, 1));
        Flow = makeFlow(total);
        Source = new PullSource<TItem>(source);
    }

    private protected BatchOptions Options { get; }

    private protected BatchFlow Flow { get; }

    private protected PullSource<TItem> Source { get; }

    /// <summary>Whether work that was taken from the source has not been given to a worker.</summary>
    private protected virtual bool HoldsWork => false;

    /// <summary>Whether work that waits may still be begun.</summary>
    private protected bool GoesOn => _fault is null && !_cancellationToken.IsCancellationRequested;

    public void Dispose() => Flow.Dispose();

    /// <summary>Takes work that does not come from the source.</summary>
    private protected virtual bool TryTakeHeld(out TWork work)
    {
        work = default!;
        return false;
    }

    /// <summary>Takes work from the source and prepares it: the user's own code, one thread at a time and in order.</summary>
    /// <param name="work">The work.</param>
    /// <param name="isSent">Whether something is to be sent for it.</param>
    private protected abstract bool TryMake(out TWork work, out bool isSent);

    /// <summary>Sends what is to be sent. Does not throw.</summary>
    private protected abstract ValueTask RunAsync(TWork work);

    /// <summary>Ends the work, whatever has become of it.</summary>
    private protected abstract void End(TWork work);

    /// <summary>Makes the item for the next element of the source. The caller is in <see cref="TryMake"/>.</summary>
    private protected BatchItem<TResult> AddItem()
    {
        var item = new BatchItem<TResult>(_items.Count);
        lock (_items)
        {
            _items.Add(item);
        }

        return item;
    }

    /// <summary>Counts an item that has ended.</summary>
    /// <param name="item">The item.</param>
    /// <param name="wasTried">Whether it got as far as being sent, or waiting for that.</param>
    private protected void End(BatchItem<TResult> item, bool wasTried)
    {
        if (wasTried && item.Error is not null && _cancellationToken.IsCancellationRequested)
        {
            _itemInterrupted = true;
        }

        Flow.ItemEnded(item);
    }

    /// <summary>Starts another worker, where there may be more.</summary>
    private protected void AddWorker()
    {
        lock (_workers)
        {
            if (_running < _maxWorkers)
            {
                StartWorker();
            }
        }
    }

    private protected async Task<BatchResult<TResult>> FinishAsync()
    {
        AddWorker();
        var finished = await WaitAsync().ConfigureAwait(false);
        // A batch whose last item has been taken and whose calls have all ended well keeps its answers.
        if (!finished || _itemInterrupted || (_cancellationToken.IsCancellationRequested && (!Source.HasEnded || HoldsWork)))
        {
            Flow.Monitor.Close(typeof(OperationCanceledException).FullName);
            throw new BatchCanceledException<TResult>(Partial(), _cancellationToken);
        }

        if (_fault is { } fault)
        {
            Flow.Monitor.Close(BatchMonitor.NameOf(fault.SourceException));
            fault.Throw();
        }

        Flow.Monitor.Total = _items.Count;
        Flow.Monitor.Close();
        return new BatchResult<TResult>(_items, Flow.Monitor.Elapsed) { StoppedBy = Flow.StopError };
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
        return new BatchResult<TResult>([.. items.Select(item => item.HasEnded ? item : BatchItem<TResult>.Open(item.Index, canceled))], Flow.Monitor.Elapsed) { StoppedBy = canceled };
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
                await Task.WhenAny(_finished.Task, Task.Delay(Options.CancellationGrace, CancellationToken.None)).ConfigureAwait(false);
                return _finished.Task.IsCompleted;
            }
        }

        await _finished.Task.ConfigureAwait(false);
        return true;
    }

    private void StartWorker()
    {
        _running++;
        try
        {
            // Blocking work gets threads of its own: the pool would hand out new ones only slowly.
            _ = _blocks
                ? Task.Factory.StartNew(WorkAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                : Task.Run(WorkAsync);
        }
        catch (OutOfMemoryException) when (_running > 1)
        {
            // The system gives no more threads: the workers that there are do it alone.
            _maxWorkers = --_running;
        }
    }

    private async Task WorkAsync()
    {
        try
        {
            while (TryTakeHeld(out var work) || TryTake(out work))
            {
                await RunAsync(work).ConfigureAwait(false);
                End(work);
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
            lock (_workers)
            {
                if (--_running == 0)
                {
                    _finished.TrySetResult();
                }
            }
        }
    }

    private bool TryTake(out TWork work)
    {
        lock (Source.Gate)
        {
            if (_cancellationToken.IsCancellationRequested)
            {
                CloseSource();
                work = default!;
                return false;
            }

            if (!TryMake(out work, out var isSent))
            {
                return false;
            }

            if (isSent && _running < _maxWorkers)
            {
                AddWorker();
            }

            return true;
        }
    }

    private void CloseSource()
    {
        try
        {
            Source.Close();
        }
        catch (Exception e)
        {
            _fault ??= ExceptionDispatchInfo.Capture(e);
        }
    }
}
