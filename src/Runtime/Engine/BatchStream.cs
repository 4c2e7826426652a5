using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace BatchMigrate.Engine;

/// <summary>
/// A batch that is read while it runs, in the order of the input or as items end. The source is asked and items are prepared only while the consumer waits for
/// the next one, and in the consumer's own context: the user's code stays sequential, only the requests overlap it, and the wait of an
/// asynchronous source, which holds up no answer.
/// </summary>
internal sealed class BatchStream<TItem, TRequest, TResult> : IAsyncDisposable
{
    // Items that may be taken from the source and not yet handed out, for each slot. Measured with a heavy tail of latencies (bench/Runtime): with 2 the
    // slots stand idle behind a slow answer and a stream takes 1.6 times its bound, with 4 it takes 1.15 times, with 8 hardly less.
    private const int LookAhead = 4;

    private readonly BatchStep<TItem, TRequest, TResult> _step;
    private readonly BatchOptions _options;
    private readonly CancellationToken _callerToken;
    private readonly CancellationTokenSource _stop;
    private readonly BatchFlow _flow;
    private readonly BatchMonitor _monitor;
    private readonly ItemRunner<TRequest, TResult> _runner;
    private readonly IAsyncEnumerable<TItem> _items;
    private readonly StreamWindow<Call> _calls;
    // Set by each call that ends, by each pull that had to be waited for and by the caller's token: one signal for all, so no wait is ever left behind.
    private readonly Signal _changed = new();
    private readonly CancellationTokenRegistration _canceled;
    private int _inFlight;
    private int _pulled;
    private bool _sourceEnded;
    private IAsyncEnumerator<TItem>? _source;
    private Task<bool>? _pull;
    private Action? _wake;
    private ExceptionDispatchInfo? _fault;
    private string? _stoppedBy = "the consumer, who left early";

    private BatchStream(IAsyncEnumerable<TItem> items, BatchStep<TItem, TRequest, TResult> step, BatchOptions options, CancellationToken callerToken)
    {
        _items = items;
        _calls = new StreamWindow<Call>(options.StreamOrder, static call => call.HasEnded);
        _step = step;
        _options = options;
        _callerToken = callerToken;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(callerToken);
        _canceled = callerToken.UnsafeRegister(static state => ((Signal)state!).Set(), _changed);
        try
        {
            _flow = new BatchFlow(options, (items as SynchronousSource<TItem>)?.Count, step.IsModelCall, step.CountedBy, _stop.Token);
        }
        catch
        {
            // A checkpoint that cannot be opened, for instance: nothing of the stream may stay behind at the caller's token.
            _canceled.Dispose();
            _stop.Dispose();
            throw;
        }

        _monitor = _flow.Monitor;
        _runner = new ItemRunner<TRequest, TResult>(step, options, _flow);
    }

    internal static async IAsyncEnumerable<(TItem Source, BatchItem<TResult> Item)> RunAsync(
        IAsyncEnumerable<TItem> items,
        BatchStep<TItem, TRequest, TResult> step,
        BatchOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var stream = new BatchStream<TItem, TRequest, TResult>(items, step, options, cancellationToken);
        try
        {
            while (await stream.NextAsync().ConfigureAwait(false) is { } next)
            {
                yield return next;
            }
        }
        finally
        {
            await stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The next item to be handed out, or null at the end.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<(TItem Source, BatchItem<TResult> Item)?> NextAsync()
    {
        try
        {
            var pulled = false;
            while (true)
            {
                _callerToken.ThrowIfCancellationRequested();
                var head = _calls.Next;
                // At least one pull for each item handed out keeps the window full; more of them must not hold up an answer that is there.
                if (_pull is { IsCompleted: true } || ((head is null || !pulled) && MayPull()))
                {
                    pulled |= _pull is null;
                    Pull();
                }
                else if (head is not null)
                {
                    _calls.Take();
                    await head.Ended.ConfigureAwait(true);
                    if (head.Item.Error is not null)
                    {
                        _callerToken.ThrowIfCancellationRequested();
                    }

                    return (head.Source, head.Item);
                }
                else if (_calls.Count > 0 || _pull is not null)
                {
                    // Back to the consumer's context, because the source may be asked next.
                    await _changed.WaitAsync().ConfigureAwait(true);
                }
                else
                {
                    _fault?.Throw();
                    _stoppedBy = null;
                    _monitor.Total = _pulled;
                    return null;
                }
            }
        }
        catch (Exception e)
        {
            _stoppedBy = BatchMonitor.NameOf(e);
            throw;
        }
    }

    private bool MayPull() =>
        _pull is null && !_sourceEnded && _calls.Count < LookAhead * (long)_options.MaxConcurrency && Volatile.Read(ref _inFlight) < _options.MaxConcurrency;

    /// <summary>Asks the source, or takes what it has brought since it was asked. What is not there at once stays pending.</summary>
    private void Pull()
    {
        try
        {
            _source ??= _items.GetAsyncEnumerator(_stop.Token);
            var pull = _pull is null ? _source.MoveNextAsync() : new ValueTask<bool>(_pull);
            if (!pull.IsCompleted)
            {
                _pull = pull.AsTask();
                _wake ??= () => _changed.Set();
                _pull.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(_wake);
                return;
            }

            _pull = null;
            _sourceEnded = !pull.Result;
            if (!_sourceEnded)
            {
                Start(_source.Current);
            }
        }
        catch (Exception e)
        {
            _callerToken.ThrowIfCancellationRequested();
            // Leaves in its place: after the items that were taken before it.
            _sourceEnded = true;
            _fault = ExceptionDispatchInfo.Capture(e);
        }
    }

    [SuppressMessage("Reliability", "CA2012", Justification = "Each is awaited exactly once: where its item is handed out, or at the end.")]
    private void Start(TItem source)
    {
        var call = new Call(source, new BatchItem<TResult>(_pulled++));
        _calls.Add(call);
        try
        {
            if (_flow.StopError is { } stopped)
            {
                call.Item.Fail(stopped, TimeSpan.Zero);
            }
            else if (_step.Prepare(source, out var request))
            {
                Interlocked.Increment(ref _inFlight);
                call.Ended = SendAsync(request, call, _runner.TakeTurn(request));
                return;
            }
            else
            {
                call.Item.Skip();
            }
        }
        catch (Exception e)
        {
            call.Item.Fail(e, TimeSpan.Zero);
        }

        call.HasEnded = true;
        _calls.Ended(call);
        _flow.ItemEnded(call.Item);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendAsync(TRequest request, Call call, Turn turn)
    {
        // Off to the thread pool at once, out of the consumer's context; cheaper than Task.Run.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await _runner.RunAsync(request, call.Item, turn, _options.Timeouts.Item).ConfigureAwait(false);
            _flow.ItemEnded(call.Item);
        }
        finally
        {
            call.HasEnded = true;
            _calls.Ended(call);
            Interlocked.Decrement(ref _inFlight);
            _changed.Set();
        }
    }

    /// <summary>
    /// Cancels what is under way and waits for it: for the calls to their end, once the caller's token is cancelled only for a moment, and for
    /// the source never longer than that, for it may not hear its token.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        var calls = Task.WhenAll(_calls.All.Select(call => call.Ended.AsTask()));
        var pull = _pull ?? Task.CompletedTask;
        if (!calls.IsCompleted || !pull.IsCompleted)
        {
            await _stop.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        var pullOrGrace = pull.WaitAsync(_options.CancellationGrace, CancellationToken.None);
        await calls.WaitAsync(_callerToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await calls.WaitAsync(_options.CancellationGrace, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await pullOrGrace.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            if (!pull.IsCompleted)
            {
                _ = DisposeLaterAsync(pull, _source!);
            }
            else if (_source is not null)
            {
                await _source.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await _canceled.DisposeAsync().ConfigureAwait(false);
            _flow.Dispose();
            _stop.Dispose();
            _monitor.Close(_stoppedBy);
        }
    }

    /// <summary>An enumerator may not be disposed while it is being asked.</summary>
    private static async Task DisposeLaterAsync(Task pull, IAsyncEnumerator<TItem> source)
    {
        await pull.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await source.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Nobody is left to hear of it: the consumer has gone.
        }
    }

    private sealed class Call(TItem source, BatchItem<TResult> item)
    {
        private volatile bool _hasEnded;

        internal TItem Source { get; } = source;

        internal BatchItem<TResult> Item { get; } = item;

        internal ValueTask Ended { get; set; }

        // Set before the signal that wakes the reader; the task itself completes a little after it.
        internal bool HasEnded
        {
            get => _hasEnded;
            set => _hasEnded = value;
        }
    }
}
