using System.Diagnostics;
using System.Runtime.CompilerServices;
using BatchMigrate.Checkpointing;
using BatchMigrate.Retrying;

namespace BatchMigrate.Engine;

/// <summary>An item's place in the order: the id under which its answer is kept, and the wait for its start; null where there is none.</summary>
internal readonly record struct Turn(string? Id, Task? Start);

/// <summary>Brings one request to its end. Every attempt of every form of a batch passes through here, and no exception of an attempt leaves it.</summary>
internal sealed class ItemRunner<TRequest, TResult>(RequestStep<TRequest, TResult> step, BatchOptions options, BatchFlow flow)
{
    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly Pacer? _pacer = options.Pacing > TimeSpan.Zero ? new Pacer(options.Pacing, options.TimeProvider) : null;

    /// <summary>
    /// Knows a request by its content and queues for its start, for those who call it in the order of the input; the task is null where there is nothing to wait for. Every turn must be run.
    /// </summary>
    internal Turn TakeTurn(TRequest request)
    {
        var id = flow.Checkpoint is { } checkpoint && step.ContentOf(request) is { } content ? checkpoint.IdOf(ContentHash.Of(content)) : null;
        return new Turn(id, id is not null && flow.Checkpoint!.Contains(id) ? null : _pacer?.WaitAsync(flow.WaitToken));
    }

    /// <summary>Sends a request, as often as it takes, and writes what became of it into its item.</summary>
    /// <param name="request">The request.</param>
    /// <param name="item">The item that it is for.</param>
    /// <param name="turn">Its place in the order.</param>
    /// <param name="time">How long it may take in all from its turn on; null for no bound.</param>
    /// <remarks>Being async it also restores the execution context, so what an operation sets there does not reach the next item of the same worker.</remarks>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    internal async ValueTask RunAsync(TRequest request, BatchItem<TResult> item, Turn turn, TimeSpan? time)
    {
        Deadline? deadline = null;
        var began = 0L;
        RetryCount count = default;
        Exception? last = null;
        if (flow.Monitor.Activity is { } activity)
        {
            // Of this asynchronous method only, and of what it calls.
            Activity.Current = activity;
        }

        try
        {
            if (turn.Id is not null && TryRestore(request, item, turn.Id))
            {
                return;
            }

            if (turn.Start is not null)
            {
                await HoldAsync(turn.Start).ConfigureAwait(false);
            }

            // Not before its turn: pacing would use up the time of the items that are far down the line.
            deadline = time is { } limit ? new Deadline(limit, flow, _clock) : null;
            var waitToken = deadline?.Waits ?? flow.WaitToken;
            while (true)
            {
                waitToken.ThrowIfCancellationRequested();
                flow.ThrowIfStopped();
                if (!flow.TryEnter(out var permit))
                {
                    var entry = EnterAsync(request, waitToken);
                    await HoldAsync(entry).ConfigureAwait(false);
                    permit = await entry.ConfigureAwait(false);
                }

                item.BeginAttempt();
                began = item.Attempts == 1 ? _clock.GetTimestamp() : began;
                var scope = AttemptScope.Begin(_clock, flow.TakesRetries);
                RetryVerdict verdict;
                flow.Monitor.RequestStarted();
                try
                {
                    var result = await SendAsync(request, deadline).ConfigureAwait(false);
                    var usage = step.UsageOf(result);
                    var cost = usage is { } counted ? options.Pricing.PriceOf(step.ModelOf(request, result))?.CostOf(counted) : null;
                    flow.Succeeded(permit, usage, cost, scope?.Reply ?? step.ReplyTo(result, _clock));
                    if (turn.Id is not null)
                    {
                        Keep(turn.Id, result);
                    }

                    item.Succeed(result, _clock.GetElapsedTime(began), usage, cost);
                    return;
                }
                catch (Exception e)
                {
                    last = e;
                    verdict = flow.Failed(permit, e, scope, step.IsShared(request), ref count);
                }
                finally
                {
                    flow.Monitor.RequestEnded();
                }

                if (verdict.Delay is null)
                {
                    if (turn.Id is not null && !flow.OperationToken.IsCancellationRequested)
                    {
                        flow.Keep(turn.Id, last);
                    }

                    item.Fail(Own(last, deadline), _clock.GetElapsedTime(began), verdict.GaveUpBecause);
                    return;
                }

                await HoldAsync(flow.BackOffAsync(item.Index, item.Attempts, verdict, waitToken)).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            // A wait was ended: an item that has an error of its own keeps it.
            var error = flow.OperationToken.IsCancellationRequested && flow.StopError is null ? e : last ?? flow.StopError ?? e;
            item.Fail(Own(error, deadline), item.Attempts == 0 ? TimeSpan.Zero : _clock.GetElapsedTime(began));
        }
        finally
        {
            deadline?.Dispose();
        }
    }

    /// <summary>Waits for a turn, for those who want to know when it came. If it never comes the run says so.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    internal async ValueTask WaitForTurnAsync(Turn turn)
    {
        try
        {
            await HoldAsync(turn.Start ?? Task.CompletedTask).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It is awaited once more, where the items end.
        }
    }

    // Apart from the loop, which would else have to make the closures for every item.
    private void Keep(string id, TResult result) => flow.Keep(id, () => step.Store(result));

    private bool TryRestore(TRequest request, BatchItem<TResult> item, string id)
    {
        try
        {
            if (flow.Checkpoint!.Read(id) is { } body)
            {
                var result = step.Restore(request, body);
                var usage = step.UsageOf(result);
                item.Restore(result, usage, usage is { } counted ? options.Pricing.PriceOf(step.ModelOf(request, result))?.CostOf(counted) : null);
                return true;
            }
        }
        catch (Exception)
        {
            // An answer that cannot be read is one that is missing.
        }

        return false;
    }

    private Task<Permit> EnterAsync(TRequest request, CancellationToken waitToken) => flow.EnterAsync(() => step.Describe(request), waitToken);

    private ValueTask<TResult> SendAsync(TRequest request, Deadline? deadline) =>
        deadline is null && options.Timeouts is { Attempt: null, Batch: null } ? step.SendAsync(request, flow.OperationToken) : SendInTimeAsync(request, deadline);

    private async ValueTask<TResult> SendInTimeAsync(TRequest request, Deadline? deadline)
    {
        var outer = deadline?.Operations ?? flow.OperationToken;
        using var limit = options.Timeouts.Attempt is { } time ? new CancellationTokenSource(time, _clock) : new CancellationTokenSource();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(outer, limit.Token);
        try
        {
            var sending = step.SendAsync(request, both.Token);
            if (step.Blocks)
            {
                return await sending.ConfigureAwait(false);
            }

            var task = sending.AsTask();
            // If it does not hear its token nobody will ask for its exception.
            _ = task.ContinueWith(static t => t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return await task.WaitAsync(both.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (limit.IsCancellationRequested && !outer.IsCancellationRequested)
        {
            throw new TimeoutException($"The attempt took longer than {options.Timeouts.Attempt}.", e);
        }
    }

    /// <summary>The exception that an item ends with where it is not the one that was thrown: its own time or that of the batch was over.</summary>
    private Exception Own(Exception error, Deadline? deadline)
    {
        if (error is OperationCanceledException && flow.StopError is { } stopped)
        {
            return stopped;
        }

        return deadline is { IsOver: true } && !flow.OperationToken.IsCancellationRequested && flow.StopError is null
            ? new TimeoutException($"The item took longer than {options.Timeouts.Item}.", error)
            : error;
    }

    /// <summary>A blocking step has a thread of its own and must stay on it; the task's exception comes with the wait.</summary>
    private ValueTask HoldAsync(Task task)
    {
        if (!step.Blocks)
        {
            return new ValueTask(task);
        }

        task.GetAwaiter().GetResult();
        return default;
    }

    /// <summary>The time of one item.</summary>
    private sealed class Deadline : IDisposable
    {
        private readonly CancellationTokenSource _limit;
        private readonly CancellationTokenSource _operations;
        private readonly CancellationTokenSource _waits;

        internal Deadline(TimeSpan limit, BatchFlow flow, TimeProvider clock)
        {
            _limit = new CancellationTokenSource(limit, clock);
            _operations = CancellationTokenSource.CreateLinkedTokenSource(flow.OperationToken, _limit.Token);
            _waits = CancellationTokenSource.CreateLinkedTokenSource(flow.WaitToken, _limit.Token);
        }

        internal CancellationToken Operations => _operations.Token;

        internal CancellationToken Waits => _waits.Token;

        internal bool IsOver => _limit.IsCancellationRequested;

        public void Dispose()
        {
            _waits.Dispose();
            _operations.Dispose();
            _limit.Dispose();
        }
    }
}
