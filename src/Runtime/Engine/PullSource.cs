namespace BatchMigrate.Engine;

/// <summary>
/// Hands out the items of one enumerator to several workers, one at a time and in order, and disposes it exactly once:
/// at its end, when it throws, or when the batch is stopped, even while another thread is inside the enumerator.
/// </summary>
internal sealed class PullSource<TItem>(IEnumerable<TItem> items)
{
    private const int Idle = 0;
    private const int Pulling = 1;
    private const int Closed = 2;
    private const int ClosedWhilePulling = 3;

    private int _state;
    private IEnumerator<TItem>? _enumerator;

    /// <summary>Held around a pull and what belongs to it. Only pulls wait for it: stopping does not, for an enumerator may block.</summary>
    internal object Gate { get; } = new();

    /// <summary>Whether the last item has been handed out, which closing alone does not mean.</summary>
    internal bool HasEnded { get; private set; }

    /// <summary>Takes the next item; false at the end or when closed. The caller holds <see cref="Gate"/>.</summary>
    internal bool TryPull(out TItem item)
    {
        item = default!;
        if (Interlocked.CompareExchange(ref _state, Pulling, Idle) != Idle)
        {
            return false;
        }

        var pulled = false;
        try
        {
            _enumerator ??= items.GetEnumerator();
            if (_enumerator.MoveNext())
            {
                item = _enumerator.Current;
                pulled = true;
            }
            else
            {
                HasEnded = true;
            }
        }
        finally
        {
            if (!pulled)
            {
                Volatile.Write(ref _state, Closed);
                _enumerator?.Dispose();
            }
        }

        if (Interlocked.CompareExchange(ref _state, Idle, Pulling) != Pulling)
        {
            // Closed meanwhile by a thread that could not dispose what was in use here.
            Volatile.Write(ref _state, Closed);
            _enumerator?.Dispose();
            return false;
        }

        return true;
    }

    /// <summary>Stops handing out items without waiting for a pull under way.</summary>
    internal void Close()
    {
        if (Interlocked.CompareExchange(ref _state, Closed, Idle) == Idle)
        {
            _enumerator?.Dispose();
        }
        else if (Interlocked.CompareExchange(ref _state, ClosedWhilePulling, Pulling) == Idle)
        {
            // The pull ended between the two looks.
            Close();
        }
    }
}
