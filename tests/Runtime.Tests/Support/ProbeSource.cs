namespace BatchMigrate.Runtime.Tests.Support;

/// <summary>The numbers from zero, which count how far they were read and whether they were disposed, and can throw or act at a place.</summary>
internal sealed class ProbeSource(int count, Action<int>? before = null) : IEnumerable<int>
{
    private int _pulled;
    private int _disposed;
    private int _inside;

    public int Pulled => Volatile.Read(ref _pulled);

    public int Disposed => Volatile.Read(ref _disposed);

    public bool Overlapped { get; private set; }

    public TaskCompletionSource WasDisposed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IEnumerator<int> GetEnumerator()
    {
        try
        {
            for (var i = 0; i < count; i++)
            {
                if (Interlocked.Increment(ref _inside) != 1)
                {
                    Overlapped = true;
                }

                before?.Invoke(i);
                Interlocked.Increment(ref _pulled);
                Interlocked.Decrement(ref _inside);
                yield return i;
            }
        }
        finally
        {
            Interlocked.Increment(ref _disposed);
            WasDisposed.TrySetResult();
        }
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    public async IAsyncEnumerable<int> AsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var item in this)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
