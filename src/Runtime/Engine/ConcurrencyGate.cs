namespace BatchMigrate.Engine;

/// <summary>
/// How many requests may be under way: additive increase, multiplicative decrease (Chiu and Jain), with the slow start of TCP after a rate limit (RFC 5681).
/// Latencies are no signal here: they follow the length of the answers.
/// </summary>
/// <remarks>As long as nothing has gone wrong it only counts.</remarks>
internal sealed class ConcurrencyGate(int max, bool isAdaptive)
{
    private readonly object _gate = new();
    private readonly LinkedList<TaskCompletionSource> _line = new();
    private int _inFlight;
    private double _limit = max;
    private double _threshold = max;
    private int _generation;
    private volatile bool _isConstrained;

    internal int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>The most requests at a time now.</summary>
    internal int Limit => (int)Volatile.Read(ref _limit);

    /// <summary>Counts the cuts. A request remembers the one it started under, so a burst of failures cuts once.</summary>
    internal int Generation => Volatile.Read(ref _generation);

    internal bool TryEnter()
    {
        if (!_isConstrained)
        {
            Interlocked.Increment(ref _inFlight);
            return true;
        }

        lock (_gate)
        {
            return _line.Count == 0 && Admit();
        }
    }

    internal async Task EnterAsync(CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource> place;
        lock (_gate)
        {
            place = _line.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            Serve();
        }

        try
        {
            await place.Value.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            lock (_gate)
            {
                if (place.List is null)
                {
                    Interlocked.Decrement(ref _inFlight);
                    Serve();
                }
                else
                {
                    _line.Remove(place);
                }
            }

            throw;
        }
    }

    internal void Leave(bool succeeded)
    {
        Interlocked.Decrement(ref _inFlight);
        if (!_isConstrained)
        {
            return;
        }

        lock (_gate)
        {
            if (succeeded)
            {
                // Below the threshold each success adds one, so the limit doubles with each round; above it a whole round adds one.
                _limit = Math.Min(max, _limit + (_limit < _threshold ? 1 : 1 / _limit));
                _isConstrained = _limit < max || _line.Count > 0;
            }

            Serve();
        }
    }

    /// <summary>Halves the limit, once for all requests that were under way together.</summary>
    /// <param name="generation">The generation under which the request that failed had started.</param>
    /// <param name="startSlowly">Whether to begin again with a single request, after a pause.</param>
    /// <returns>Whether this was the first failure of its burst.</returns>
    internal bool Cut(int generation, bool startSlowly)
    {
        lock (_gate)
        {
            if (generation != _generation)
            {
                return false;
            }

            Volatile.Write(ref _generation, _generation + 1);
            if (isAdaptive)
            {
                // From what was really under way: a limit that nothing comes near says nothing.
                _threshold = Math.Max(1, Math.Min(_limit, Math.Max(_inFlight, 1)) / 2);
                _limit = startSlowly ? 1 : _threshold;
                _isConstrained = _limit < max;
            }

            return true;
        }
    }

    private bool Admit()
    {
        if (_inFlight >= (int)_limit)
        {
            return false;
        }

        Interlocked.Increment(ref _inFlight);
        return true;
    }

    private void Serve()
    {
        while (_line.First is { } first && Admit())
        {
            _line.RemoveFirst();
            first.Value.SetResult();
        }
    }
}
