namespace BatchMigrate.Engine;

/// <summary>Lets a stream read a synchronous source without leaving the thread that asks.</summary>
internal sealed class SynchronousSource<TItem>(IEnumerable<TItem> items) : IAsyncEnumerable<TItem>
{
    /// <summary>The number of items, where the source knows it without being enumerated.</summary>
    internal int? Count => items.TryGetNonEnumeratedCount(out var count) ? count : null;

    public IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumerator(items.GetEnumerator());

    private sealed class Enumerator(IEnumerator<TItem> inner) : IAsyncEnumerator<TItem>
    {
        public TItem Current => inner.Current;

        public ValueTask<bool> MoveNextAsync() => new(inner.MoveNext());

        public ValueTask DisposeAsync()
        {
            inner.Dispose();
            return default;
        }
    }
}
