namespace BatchMigrate.Engine;

/// <summary>A batch in which each item has a request of its own.</summary>
internal sealed class BatchRun<TItem, TRequest, TResult> : BatchWindow<TItem, BatchRun<TItem, TRequest, TResult>.Work, TResult>
{
    private readonly BatchStep<TItem, TRequest, TResult> _step;
    private readonly ItemRunner<TRequest, TResult> _runner;

    private BatchRun(IEnumerable<TItem> source, BatchStep<TItem, TRequest, TResult> step, BatchOptions options, CancellationToken cancellationToken)
        : base(source, options, total => new BatchFlow(options, total, step.IsModelCall, step.CountedBy, cancellationToken), step.Blocks, cancellationToken)
    {
        _step = step;
        _runner = new ItemRunner<TRequest, TResult>(step, options, Flow);
    }

    /// <summary>Runs a batch to its end; all exceptions come through the task.</summary>
    internal static async Task<BatchResult<TResult>> RunAsync(
        IEnumerable<TItem> source, BatchStep<TItem, TRequest, TResult> step, BatchOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var run = new BatchRun<TItem, TRequest, TResult>(source, step, options, cancellationToken);
        return await run.FinishAsync().ConfigureAwait(false);
    }

    private protected override bool TryMake(out Work work, out bool isSent)
    {
        (work, isSent) = (default, false);
        if (!Source.TryPull(out var current))
        {
            return false;
        }

        var item = AddItem();
        work = new Work(item, default!, default, IsSent: false);
        if (Flow.StopError is { } stopped)
        {
            // Its place is kept, so that no other item shifts.
            item.Fail(stopped, TimeSpan.Zero);
            return true;
        }

        try
        {
            isSent = _step.Prepare(current, out var request);
            if (isSent)
            {
                work = new Work(item, request, _runner.TakeTurn(request), IsSent: true);
            }
            else
            {
                item.Skip();
            }
        }
        catch (Exception e)
        {
            isSent = false;
            item.Fail(e, TimeSpan.Zero);
        }

        return true;
    }

    private protected override ValueTask RunAsync(Work work) => work.IsSent ? _runner.RunAsync(work.Request, work.Item, work.Turn, Options.Timeouts.Item) : default;

    private protected override void End(Work work) => End(work.Item, work.IsSent);

    /// <summary>An item with its request.</summary>
    internal readonly record struct Work(BatchItem<TResult> Item, TRequest Request, Turn Turn, bool IsSent);
}
