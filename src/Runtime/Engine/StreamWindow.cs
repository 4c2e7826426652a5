using System.Collections.Concurrent;

namespace BatchMigrate.Engine;

/// <summary>The calls of a stream that have been taken from the source and not yet been handed out. Used by one reader; only <see cref="Ended"/> is called by others.</summary>
/// <param name="order">In which order they are handed out.</param>
/// <param name="hasEnded">Whether a call has ended.</param>
internal sealed class StreamWindow<TCall>(BatchOrder order, Func<TCall, bool> hasEnded)
    where TCall : class
{
    private readonly Queue<TCall> _inOrder = new();
    private readonly HashSet<TCall> _open = [];
    private readonly ConcurrentQueue<TCall> _ended = new();

    internal int Count => order == BatchOrder.Input ? _inOrder.Count : _open.Count;

    /// <summary>All of them, in no certain order.</summary>
    internal IEnumerable<TCall> All => order == BatchOrder.Input ? _inOrder : _open;

    /// <summary>The one to be handed out now; null where there is none yet.</summary>
    internal TCall? Next => order == BatchOrder.Input
        ? _inOrder.TryPeek(out var first) && hasEnded(first) ? first : null
        : _ended.TryPeek(out var ended) ? ended : null;

    internal void Add(TCall call)
    {
        if (order == BatchOrder.Input)
        {
            _inOrder.Enqueue(call);
        }
        else
        {
            _open.Add(call);
        }
    }

    /// <summary>Says that a call has ended, before its reader is woken.</summary>
    internal void Ended(TCall call)
    {
        if (order == BatchOrder.Completion)
        {
            _ended.Enqueue(call);
        }
    }

    /// <summary>Hands out <see cref="Next"/>.</summary>
    internal void Take()
    {
        if (order == BatchOrder.Input)
        {
            _inOrder.Dequeue();
        }
        else if (_ended.TryDequeue(out var ended))
        {
            _open.Remove(ended);
        }
    }
}
