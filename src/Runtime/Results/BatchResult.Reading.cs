namespace BatchMigrate;

/// <content>Reading a result back as code does that awaits all tasks of a fan-out: each item first, then the exception that leaves.</content>
public sealed partial class BatchResult<T>
{
    /// <summary>Turns each item, with what it was made from, into something else, one after another in the order of the input, on the calling thread.</summary>
    /// <typeparam name="TSource">The type of what an item was made from.</typeparam>
    /// <typeparam name="TOut">The type of a response in the new result.</typeparam>
    /// <param name="sources">What the items were made from, one for each item, in the order of the input.</param>
    /// <param name="map">What to do with an item. Every item reaches it, also a failed or skipped one: it may look at <see cref="BatchItem{T}.Response"/> in a
    /// <c>try</c> of its own. Its exception becomes that item's error.</param>
    /// <returns>A new result with the same places, usage and times.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sources"/> or <paramref name="map"/> is null.</exception>
    /// <exception cref="ArgumentException">There are more or fewer sources than items. It is thrown before anything is mapped.</exception>
    public BatchResult<TOut> Map<TSource, TOut>(IEnumerable<TSource> sources, Func<TSource, BatchItem<T>, TOut> map)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(map);
        var given = sources as IReadOnlyCollection<TSource> ?? [.. sources];
        if (given.Count != Count)
        {
            throw new ArgumentException($"There are {given.Count} sources for {Count} items.", nameof(sources));
        }

        var mapped = new List<BatchItem<TOut>>(Count);
        foreach (var source in given)
        {
            mapped.Add(_items[mapped.Count].Map(source, map));
        }

        return new BatchResult<TOut>(mapped, Elapsed) { StoppedBy = StoppedBy };
    }

    /// <summary>Does something with each item and what it was made from, one after another in the order of the input, on the calling thread.</summary>
    /// <typeparam name="TSource">The type of what an item was made from.</typeparam>
    /// <param name="sources">What the items were made from, one for each item, in the order of the input.</param>
    /// <param name="apply">What to do with an item. Every item reaches it, also a failed or skipped one: it may look at <see cref="BatchItem{T}.Response"/> in a
    /// <c>try</c> of its own. Its exception becomes that item's error.</param>
    /// <returns>A new result with the same places, usage and times, whose responses are the sources. An item for which <paramref name="apply"/> came to its end has succeeded.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sources"/> or <paramref name="apply"/> is null.</exception>
    /// <exception cref="ArgumentException">There are more or fewer sources than items. It is thrown before anything is done.</exception>
    public BatchResult<TSource> Apply<TSource>(IEnumerable<TSource> sources, Action<TSource, BatchItem<T>> apply)
    {
        ArgumentNullException.ThrowIfNull(apply);
        return Map(sources, (source, item) =>
        {
            apply(source, item);
            return source;
        });
    }

    /// <summary>All responses in the order of the input, or the exception that awaiting <see cref="Task.WhenAll(Task[])"/> of the single calls would have thrown.</summary>
    /// <returns>A new array with one response for each input.</returns>
    /// <exception cref="InvalidOperationException">An item needed no request, so there is no response for it.</exception>
    /// <remarks>What is thrown is described at <see cref="ThrowIfFailed"/>.</remarks>
    public T[] GetResponses()
    {
        ThrowIfFailed();
        return [.. _items.Select(static item => item.Response)];
    }

    /// <summary>
    /// Throws the own exception of the first item that failed, with its first stack. As where the tasks of single calls are awaited together, a
    /// cancelled item (<see cref="OperationCanceledException"/>) counts only where no other one failed.
    /// </summary>
    /// <returns>This result, so that reading can go on in the same expression.</returns>
    public BatchResult<T> ThrowIfFailed()
    {
        if (_failed.Count > 0)
        {
            _ = (_failed.Find(static item => item.Error is not OperationCanceledException) ?? _failed[0]).Response;
        }

        return this;
    }

    /// <summary>Throws all exceptions of failed items in one, also where only one failed: what <c>Parallel.ForEach</c> and parallel queries do.</summary>
    /// <returns>This result, so that reading can go on in the same expression.</returns>
    /// <exception cref="AggregateException">At least one item failed; the exceptions are in the order of the input.</exception>
    public BatchResult<T> ThrowAllIfFailed() =>
        _failed.Count == 0 ? this : throw new AggregateException(_failed.Select(static item => item.Error!));
}
