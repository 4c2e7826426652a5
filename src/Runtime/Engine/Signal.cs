using System.Threading.Tasks.Sources;

namespace BatchMigrate.Engine;

/// <summary>Wakes the one who waits, or the next to wait if nobody does yet. One waiter at a time; nothing is allocated for a wait.</summary>
internal sealed class Signal : IValueTaskSource
{
    private readonly object _gate = new();
    private ManualResetValueTaskSourceCore<bool> _wait = new() { RunContinuationsAsynchronously = true };
    private bool _isSet;
    private bool _isWaitedFor;

    internal ValueTask WaitAsync()
    {
        lock (_gate)
        {
            if (_isSet)
            {
                _isSet = false;
                return default;
            }

            _wait.Reset();
            _isWaitedFor = true;
            return new ValueTask(this, _wait.Version);
        }
    }

    internal void Set()
    {
        lock (_gate)
        {
            if (!_isWaitedFor)
            {
                _isSet = true;
                return;
            }

            _isWaitedFor = false;
        }

        _wait.SetResult(true);
    }

    void IValueTaskSource.GetResult(short token) => _wait.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _wait.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _wait.OnCompleted(continuation, state, token, flags);
}
