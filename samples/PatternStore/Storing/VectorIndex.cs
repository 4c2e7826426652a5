using System.Numerics.Tensors;

namespace PatternStore.Storing;

/// <summary>
/// Vectors in memory, searched exactly: every vector is compared with every query. Many queries cost less than one by one, because a block of vectors is in the processor's cache
/// for all of them. Meant for up to 100,000 vectors.
/// </summary>
internal sealed class VectorIndex : IDisposable
{
    // 32 vectors of 1,536 dimensions are 192 KiB, which a core's cache holds.
    private const int BlockSize = 32;

    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<Guid, int> _slots = [];
    private readonly List<Guid> _ids = [];
    private readonly List<float[]> _vectors = [];

    /// <summary>How many vectors there are.</summary>
    public int Count => _ids.Count;

    /// <summary>Adds vectors or replaces those with the same id, all of them for a search or none.</summary>
    public void Set(IEnumerable<(Guid Id, ReadOnlyMemory<float> Vector)> vectors)
    {
        var normalised = vectors.Select(one => (one.Id, Vector: Normalise(one.Vector.Span))).ToList();
        _lock.EnterWriteLock();
        try
        {
            foreach (var (id, vector) in normalised)
            {
                if (_slots.TryGetValue(id, out var slot))
                {
                    _vectors[slot] = vector;
                }
                else
                {
                    _slots.Add(id, _ids.Count);
                    _ids.Add(id);
                    _vectors.Add(vector);
                }
            }
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>Finds the nearest vectors for each query, the nearest first, of equal ones the oldest first.</summary>
    public IReadOnlyList<(Guid Id, float Score)>[] Search(IReadOnlyList<ReadOnlyMemory<float>> queries, int limit)
    {
        var normalised = queries.Select(query => Normalise(query.Span)).ToArray();
        _lock.EnterReadLock();
        try
        {
            var blocks = (_ids.Count + BlockSize - 1) / BlockSize;
            var parts = Math.Min(blocks, Environment.ProcessorCount);
            var found = new Nearest[parts][];
            Parallel.For(0, parts, part =>
            {
                var nearest = normalised.Select(_ => new Nearest(limit)).ToArray();
                for (var block = part * blocks / parts; block < (part + 1) * blocks / parts; block++)
                {
                    Compare(normalised, nearest, block * BlockSize);
                }

                found[part] = nearest;
            });
            return [.. normalised.Select((_, query) => Nearest.Merge(found.Select(part => part[query]), limit).Select(hit => (_ids[hit.Slot], hit.Score)).ToList())];
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Dispose() => _lock.Dispose();

    private void Compare(float[][] queries, Nearest[] nearest, int first)
    {
        var end = Math.Min(first + BlockSize, _vectors.Count);
        for (var query = 0; query < queries.Length; query++)
        {
            for (var slot = first; slot < end; slot++)
            {
                nearest[query].Offer(slot, TensorPrimitives.Dot<float>(queries[query], _vectors[slot]));
            }
        }
    }

    private static float[] Normalise(ReadOnlySpan<float> vector)
    {
        var result = new float[vector.Length];
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), result);
        return result;
    }

    /// <summary>The best of those that were offered.</summary>
    private sealed class Nearest(int limit)
    {
        // The worst comes first: the lower score, and of equal scores the later slot.
        private readonly PriorityQueue<(int Slot, float Score), (float Score, int Earlier)> _queue = new();

        public void Offer(int slot, float score)
        {
            if (_queue.Count < limit)
            {
                _queue.Enqueue((slot, score), (score, -slot));
            }
            else if (score > _queue.Peek().Score)
            {
                _queue.EnqueueDequeue((slot, score), (score, -slot));
            }
        }

        public static IEnumerable<(int Slot, float Score)> Merge(IEnumerable<Nearest> parts, int limit) =>
            parts.SelectMany(part => part._queue.UnorderedItems).Select(item => item.Element).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Slot).Take(limit);
    }
}
