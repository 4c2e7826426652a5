namespace SimulatedProvider;

/// <summary>What became of a request.</summary>
internal enum Outcome
{
    Abandoned,
    Succeeded,
    Rejected429,
    Failed4xx,
    Failed5xx,
    Dropped,
    TimedOut,
}

/// <summary>The live counters behind <see cref="ProviderCounters"/>.</summary>
internal sealed class CounterSet
{
    private readonly Lock _gate = new();
    private ProviderCounters _counters = new();
    private int _inFlight;

    public ProviderCounters Snapshot()
    {
        lock (_gate)
        {
            return _counters;
        }
    }

    /// <summary>Starts again from zero; requests still in work count for the new peak only.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _counters = new ProviderCounters { PeakConcurrency = _inFlight };
        }
    }

    public Visit Enter()
    {
        lock (_gate)
        {
            _inFlight++;
            _counters = _counters with { Requests = _counters.Requests + 1, PeakConcurrency = Math.Max(_counters.PeakConcurrency, _inFlight) };
        }

        return new Visit(this);
    }

    private void Record(Outcome outcome)
    {
        lock (_gate)
        {
            var c = _counters;
            _counters = outcome switch
            {
                Outcome.Succeeded => c with { Succeeded = c.Succeeded + 1 },
                Outcome.Rejected429 => c with { Rejected429 = c.Rejected429 + 1 },
                Outcome.Failed4xx => c with { Failed4xx = c.Failed4xx + 1 },
                Outcome.Failed5xx => c with { Failed5xx = c.Failed5xx + 1 },
                Outcome.Dropped => c with { Dropped = c.Dropped + 1 },
                Outcome.TimedOut => c with { TimedOut = c.TimedOut + 1 },
                _ => c with { Abandoned = c.Abandoned + 1 },
            };
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _inFlight--;
        }
    }

    /// <summary>One request's stay. It is left before the last byte of its answer goes out: a client that sends its next request at once must not be counted twice.</summary>
    internal sealed class Visit(CounterSet counters) : IDisposable
    {
        private bool _recorded;
        private bool _left;

        public void Record(Outcome outcome)
        {
            if (!_recorded)
            {
                _recorded = true;
                counters.Record(outcome);
            }
        }

        public void RecordLatency(TimeSpan latency)
        {
            lock (counters._gate)
            {
                var c = counters._counters;
                counters._counters = c with
                {
                    LatencySumMs = c.LatencySumMs + latency.TotalMilliseconds,
                    LatencyMaxMs = Math.Max(c.LatencyMaxMs, latency.TotalMilliseconds),
                };
            }
        }

        public void RecordTokens(int input, int output)
        {
            lock (counters._gate)
            {
                var c = counters._counters;
                counters._counters = c with { InputTokens = c.InputTokens + input, OutputTokens = c.OutputTokens + output };
            }
        }

        public void Leave()
        {
            if (!_left)
            {
                _left = true;
                counters.Leave();
            }
        }

        public void Dispose()
        {
            Record(Outcome.Abandoned);
            Leave();
        }
    }
}
