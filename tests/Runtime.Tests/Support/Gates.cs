using System.Collections.Concurrent;

namespace BatchMigrate.Runtime.Tests.Support;

/// <summary>Operations that start and then stand still until the test lets them go, one gate for each item.</summary>
internal sealed class Gates
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<int>> _gates = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _starts = new();
    private int _running;
    private int _peak;

    public int Peak => _peak;

    public int StartedCount => _starts.Count(start => start.Value.Task.IsCompleted);

    /// <summary>The operation: tells that it has started and waits for its gate; hears its token only if asked to.</summary>
    public Func<int, CancellationToken, Task<int>> Operation(bool ignoreToken = false) => async (item, cancellationToken) =>
    {
        var running = Interlocked.Increment(ref _running);
        InterlockedMax(ref _peak, running);
        Start(item).TrySetResult();
        try
        {
            return await Gate(item).Task.WaitAsync(ignoreToken ? CancellationToken.None : cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    };

    public int Running => Volatile.Read(ref _running);

    public Task StartedAsync(int item) => Start(item).Task;

    public Task StartedAsync(IEnumerable<int> items) => Task.WhenAll(items.Select(StartedAsync));

    public void Open(int item) => Gate(item).TrySetResult(item * 10);

    public void Open(IEnumerable<int> items)
    {
        foreach (var item in items)
        {
            Open(item);
        }
    }

    public void Fail(int item, Exception error) => Gate(item).TrySetException(error);

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }

    private TaskCompletionSource<int> Gate(int item) => _gates.GetOrAdd(item, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private TaskCompletionSource Start(int item) => _starts.GetOrAdd(item, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
