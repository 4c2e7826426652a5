using System.Collections;
using System.Diagnostics;

namespace BatchMigrate;

/// <summary>The outcome of a batch: exactly one item for each input, in the order of the input, whatever became of it.</summary>
/// <typeparam name="T">The type of a response.</typeparam>
[DebuggerDisplay("Count = {Count}, Failed = {Failed.Count}")]
public sealed partial class BatchResult<T> : IReadOnlyList<BatchItem<T>>
{
    private readonly List<BatchItem<T>> _items;
    private readonly List<BatchItem<T>> _failed = [];

    internal BatchResult(List<BatchItem<T>> items, TimeSpan elapsed)
    {
        _items = items;
        Elapsed = elapsed;
        var known = true;
        foreach (var item in items)
        {
            if (item.Error is not null)
            {
                _failed.Add(item);
            }

            if (item.Usage is { } usage)
            {
                Usage += usage;
                Cost = (Cost ?? 0) + (item.Cost ?? 0);
                known &= item.Cost is not null;
            }
        }

        Cost = known ? Cost : null;
    }

    /// <summary>The number of inputs.</summary>
    public int Count => _items.Count;

    /// <summary>The tokens of all items that have a <see cref="BatchItem{T}.Usage"/>, added up.</summary>
    public BatchUsage Usage { get; }

    /// <summary>What the items with a <see cref="BatchItem{T}.Usage"/> cost together; null where the price of one of them is not known, or none has any.</summary>
    public decimal? Cost { get; }

    /// <summary>The time that the batch took from its start to its last item.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>What stopped the batch before all of its items were sent, for instance a key that is not accepted; null where nothing did.</summary>
    public Exception? StoppedBy { get; internal init; }

    /// <summary>The items that failed, in the order of the input; empty where none did. Skipped items are not among them.</summary>
    public IReadOnlyList<BatchItem<T>> Failed => _failed;

    /// <summary>The item at a place of the input.</summary>
    /// <param name="index">The place, from zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative or not less than <see cref="Count"/>.</exception>
    public BatchItem<T> this[int index] => _items[index];

    /// <summary>Throws if an item failed: one item's own exception with its first stack, or all of them in an <see cref="AggregateException"/>.</summary>
    /// <returns>This result, so that reading can go on in the same expression.</returns>
    /// <exception cref="AggregateException">More than one item failed; the exceptions are in the order of the input.</exception>
    public BatchResult<T> EnsureSuccess()
    {
        if (_failed.Count == 1)
        {
            _ = _failed[0].Response;
        }

        return _failed.Count == 0
            ? this
            : throw new AggregateException($"{_failed.Count} of {Count} items of the batch failed.", _failed.Select(item => item.Error!));
    }

    /// <summary>Turns each response into something else, one after another in the order of the input, on the calling thread.</summary>
    /// <typeparam name="TOut">The type of a response in the new result.</typeparam>
    /// <param name="map">What to do with a response. Its exception becomes that item's error; failed and skipped items do not reach it and stay as they are.</param>
    /// <returns>A new result with the same places, usage and times.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    public BatchResult<TOut> Map<TOut>(Func<T, TOut> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var mapped = new List<BatchItem<TOut>>(_items.Count);
        foreach (var item in _items)
        {
            mapped.Add(item.Map(map));
        }

        return new BatchResult<TOut>(mapped, Elapsed) { StoppedBy = StoppedBy };
    }

    /// <summary>Walks through the items in the order of the input.</summary>
    /// <returns>An enumerator that needs no allocation.</returns>
    public List<BatchItem<T>>.Enumerator GetEnumerator() => _items.GetEnumerator();

    IEnumerator<BatchItem<T>> IEnumerable<BatchItem<T>>.GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}
