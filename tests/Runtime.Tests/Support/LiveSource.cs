using System.Threading.Channels;

namespace BatchMigrate.Runtime.Tests.Support;

/// <summary>A source whose items come when the test gives them, and which sees how it is asked.</summary>
internal sealed class LiveSource(bool ignoreToken = false) : IAsyncEnumerable<int>, IAsyncEnumerator<int>
{
    private readonly Channel<int> _channel = Channel.CreateUnbounded<int>();
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationToken _token;
    private int _inside;
    private int _asked;

    public int Current { get; private set; }

    /// <summary>How often the next item was asked for.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>Whether it was asked or disposed before the last answer was there, or disposed twice.</summary>
    public bool Misused { get; private set; }

    public bool WasCanceled { get; private set; }

    public Task Disposed => _disposed.Task;

    /// <summary>Called on the thread that asks.</summary>
    public Action? OnAsked { get; init; }

    public void Give(params ReadOnlySpan<int> items)
    {
        foreach (var item in items)
        {
            Assert.True(_channel.Writer.TryWrite(item));
        }
    }

    public void End(Exception? error = null) => _channel.Writer.Complete(error);

    public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _token = ignoreToken ? CancellationToken.None : cancellationToken;
        return this;
    }

    public async ValueTask<bool> MoveNextAsync()
    {
        Misused |= Interlocked.Increment(ref _inside) != 1;
        Interlocked.Increment(ref _asked);
        OnAsked?.Invoke();
        try
        {
            if (!await _channel.Reader.WaitToReadAsync(_token))
            {
                return false;
            }

            Current = await _channel.Reader.ReadAsync(CancellationToken.None);
            return true;
        }
        catch (OperationCanceledException)
        {
            WasCanceled = true;
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    public ValueTask DisposeAsync()
    {
        Misused |= Volatile.Read(ref _inside) != 0 || !_disposed.TrySetResult();
        return default;
    }
}
