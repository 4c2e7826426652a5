using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace BatchMigrate;

/// <summary>What became of one item of a batch: its response, its own exception, or the fact that it needed no request.</summary>
/// <typeparam name="T">The type of a response.</typeparam>
/// <remarks>Does not change once it is handed out, so it may be read from several threads.</remarks>
[DebuggerDisplay("{DebuggerText,nq}")]
public sealed class BatchItem<T>
{
    private T _response = default!;
    private ExceptionDispatchInfo? _error;
    private BatchItemDetails? _details;
    private volatile State _state;

    internal BatchItem(int index) => Index = index;

    private enum State : byte
    {
        Open,
        Succeeded,
        Failed,
        Skipped,
    }

    /// <summary>The item's place in the input, from zero.</summary>
    public int Index { get; }

    /// <summary>The response; where the item failed, reading it throws the item's own exception with the stack of its first throw.</summary>
    /// <exception cref="InvalidOperationException">The item needed no request (<see cref="Skipped"/>), so there is no response.</exception>
    public T Response
    {
        get
        {
            if (_state == State.Succeeded)
            {
                return _response;
            }

            _error?.Throw();
            throw new InvalidOperationException($"Item {Index} needed no request, so it has no response. Look at Skipped first.");
        }
    }

    /// <summary>The item's own exception, or null where it did not fail.</summary>
    public Exception? Error => _error?.SourceException;

    /// <summary>Why an item that failed with a passing error was not sent again, in words; null where it was not such an error, or retries are off.</summary>
    public string? GaveUpBecause => _details?.GaveUpBecause;

    /// <summary>Whether the response comes from the file of <see cref="BatchOptions.Checkpoint"/>. Usage and cost are those of the time when it was asked for; there are no attempts.</summary>
    public bool FromCheckpoint => _details?.FromCheckpoint == true;

    /// <summary>Whether there is a response.</summary>
    public bool Succeeded => _state == State.Succeeded;

    /// <summary>Whether the item needed no request: its messages, prompt or request was null. It has neither a response nor an error.</summary>
    public bool Skipped => _state == State.Skipped;

    /// <summary>How many requests were started for the item: zero where it was skipped or could not be prepared.</summary>
    public int Attempts { get; private set; }

    /// <summary>The time from the start of the item's first request to its end; zero where none was started. Waiting for a slot or for pacing is not in it.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>The tokens that the provider counted, or null where it did not say.</summary>
    public BatchUsage? Usage => _details?.Usage;

    /// <summary>What <see cref="Usage"/> costs by <see cref="BatchOptions.Pricing"/>; null where the model's price or the usage is not known.</summary>
    public decimal? Cost => _details?.Cost;

    private string DebuggerText => $"[{Index}] {_state}, {Attempts} attempt(s), {Elapsed.TotalMilliseconds:F0} ms";

    /// <summary>Says where the item stands and what became of it, never what it holds.</summary>
    /// <returns>For instance <c>BatchItem 3: Succeeded</c>.</returns>
    public override string ToString() => $"BatchItem {Index}: {_state}";

    /// <summary>Whether it is decided what becomes of the item.</summary>
    internal bool HasEnded => _state != State.Open;

    /// <summary>An item in the place of one that has not ended.</summary>
    internal static BatchItem<T> Open(int index, Exception error)
    {
        var item = new BatchItem<T>(index);
        item.Fail(error, TimeSpan.Zero);
        return item;
    }

    internal void BeginAttempt() => Attempts++;

    /// <summary>Counts requests that were sent for the item together with others.</summary>
    internal void AddAttempts(int attempts) => Attempts += attempts;

    internal void Succeed(T response, TimeSpan elapsed, BatchUsage? usage, decimal? cost = null)
    {
        _response = response;
        Elapsed = elapsed;
        _details = usage is null ? null : new BatchItemDetails(usage, cost, null);
        _state = State.Succeeded;
    }

    internal void Restore(T response, BatchUsage? usage, decimal? cost)
    {
        _response = response;
        _details = new BatchItemDetails(usage, cost, null, FromCheckpoint: true);
        _state = State.Succeeded;
    }

    internal void Fail(Exception error, TimeSpan elapsed, string? gaveUpBecause = null, BatchUsage? usage = null, decimal? cost = null)
    {
        _details = gaveUpBecause is null && usage is null ? null : new BatchItemDetails(usage, cost, gaveUpBecause);
        _error = ExceptionDispatchInfo.Capture(error);
        Elapsed = elapsed;
        _state = State.Failed;
    }

    internal void Skip() => _state = State.Skipped;

    /// <summary>The item with another response, made of the item whatever became of it; an exception of <paramref name="map"/> becomes its error.</summary>
    internal BatchItem<TOut> Map<TSource, TOut>(TSource source, Func<TSource, BatchItem<T>, TOut> map)
    {
        var mapped = new BatchItem<TOut>(Index) { Attempts = Attempts };
        try
        {
            mapped.Succeed(map(source, this), Elapsed, Usage);
        }
        catch (Exception e)
        {
            mapped.Fail(e, Elapsed);
        }

        mapped._details = _details;
        return mapped;
    }

    /// <summary>The same item with another type of response; an exception of <paramref name="map"/> becomes its error.</summary>
    internal BatchItem<TOut> Map<TOut>(Func<T, TOut> map)
    {
        var mapped = new BatchItem<TOut>(Index) { Attempts = Attempts };
        switch (_state)
        {
            case State.Succeeded:
                try
                {
                    mapped.Succeed(map(_response), Elapsed, Usage);
                }
                catch (Exception e)
                {
                    mapped.Fail(e, Elapsed);
                }

                break;
            case State.Failed:
                // The same dispatch info, so that the stack of the first throw is kept.
                mapped._error = _error;
                mapped.Elapsed = Elapsed;
                mapped._state = BatchItem<TOut>.State.Failed;
                break;
            default:
                mapped.Skip();
                break;
        }

        mapped._details = _details;
        return mapped;
    }
}

/// <summary>What most items have none of, apart so that these stay small.</summary>
internal sealed record BatchItemDetails(BatchUsage? Usage, decimal? Cost, string? GaveUpBecause, bool FromCheckpoint = false);
