namespace BatchMigrate.Engine;

/// <summary>Brings one prepared item to its end. Every attempt of every form of a batch passes through here, and no exception of an attempt leaves it.</summary>
internal sealed class ItemRunner<TItem, TRequest, TResult>(BatchStep<TItem, TRequest, TResult> step, BatchOptions options, BatchMonitor monitor)
{
    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly Pacer? _pacer = options.Pacing > TimeSpan.Zero ? new Pacer(options.Pacing, options.TimeProvider) : null;

    /// <summary>Queues for a start, for those who call it in the order of the input; null where there is nothing to wait for. Every turn must be run.</summary>
    internal Task? TakeTurn(CancellationToken cancellationToken) => _pacer?.WaitAsync(cancellationToken);

    /// <summary>Sends a request and writes what became of it into its item.</summary>
    /// <remarks>Being async it also restores the execution context, so what an operation sets there does not reach the next item of the same worker.</remarks>
    internal async ValueTask RunAsync(TRequest request, BatchItem<TResult> item, Task? turn, CancellationToken cancellationToken)
    {
        var began = 0L;
        try
        {
            if (turn is not null && step.Blocks)
            {
                // A blocking step has a thread of its own and must stay on it.
                turn.GetAwaiter().GetResult();
            }
            else if (turn is not null)
            {
                await turn.ConfigureAwait(false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            item.BeginAttempt();
            began = _clock.GetTimestamp();
            monitor.RequestStarted();
            TResult result;
            try
            {
                result = await step.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                monitor.RequestEnded();
            }

            item.Succeed(result, _clock.GetElapsedTime(began), step.UsageOf(result));
        }
        catch (Exception e)
        {
            item.Fail(e, item.Attempts == 0 ? TimeSpan.Zero : _clock.GetElapsedTime(began));
        }
    }
}
