using System.Collections.Concurrent;
using BatchMigrate.Checkpointing;
using BatchMigrate.Engine;

namespace BatchMigrate.Packing;

/// <summary>
/// A batch in which one request serves several items. A pack is filled from the source, greedily and in order, when a worker is free to send it. One that fails for what may
/// lie in it is sent again in halves, down to single items, so an item that is wrong costs only itself, in twice the logarithm of the pack's size of requests.
/// </summary>
internal sealed partial class PackRun<TItem, TInput, TAnswer, TResult> : BatchWindow<TItem, Pack<TInput, TResult>, TResult>
{
    private readonly PackStep<TItem, TInput, TAnswer, TResult> _step;
    private readonly ItemRunner<IReadOnlyList<TInput>, TAnswer> _runner;
    private readonly PackScale<TItem, TInput, TAnswer, TResult> _scale;
    private readonly TimeProvider _clock;
    private readonly ConcurrentStack<Pack<TInput, TResult>> _halves = new();
    private readonly object _learning = new();
    private PackSize _most;
    private PackEntry<TInput, TResult>? _carried;

    private PackRun(IEnumerable<TItem> source, PackStep<TItem, TInput, TAnswer, TResult> step, BatchOptions options, CancellationToken cancellationToken)
        : base(source, options, total => new BatchFlow(options, total, step.IsModelCall, step.CountedBy, cancellationToken, describesAll: true), step.Blocks, cancellationToken)
    {
        _step = step;
        _runner = new ItemRunner<IReadOnlyList<TInput>, TAnswer>(step, options, Flow);
        _scale = new PackScale<TItem, TInput, TAnswer, TResult>(step, Flow.Estimate, Flow.Grants);
        _clock = options.TimeProvider;
        _most = PackSize.Of(options.Pack, step.Most);
    }

    private PackSize Most
    {
        get
        {
            lock (_learning)
            {
                return _most with { Tokens = Math.Min(_most.Tokens, Flow.MostTokens) };
            }
        }
    }

    private protected override bool HoldsWork => _carried is not null || !_halves.IsEmpty;

    /// <summary>Runs a batch to its end; all exceptions come through the task.</summary>
    internal static async Task<BatchResult<TResult>> RunAsync(
        IEnumerable<TItem> source, PackStep<TItem, TInput, TAnswer, TResult> step, BatchOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var run = new PackRun<TItem, TInput, TAnswer, TResult>(source, step, options, cancellationToken);
        return await run.FinishAsync().ConfigureAwait(false);
    }

    private protected override bool TryTakeHeld(out Pack<TInput, TResult> work)
    {
        // Not under the gate of the source, which may be held by a source that blocks.
        if (!GoesOn || !_halves.TryPop(out work!))
        {
            work = null!;
            return false;
        }

        work.Turn = _runner.TakeTurn([]);
        return true;
    }

    private protected override bool TryMake(out Pack<TInput, TResult> work, out bool isSent)
    {
        work = new Pack<TInput, TResult>([], default);
        isSent = false;
        if (_carried is { } carried)
        {
            work.Add(carried, default(PackSize).With(carried.Tokens));
            _carried = null;
        }

        var most = Most;
        while (!work.Size.IsFull(most))
        {
            if (!Source.TryPull(out var current))
            {
                if (!Source.HasEnded)
                {
                    // Stopped from outside: nobody waits for what was gathered.
                    return false;
                }

                break;
            }

            if (Enter(current, out var item) is not { } entry)
            {
                work.Ended.Add(item);
                if (work.Size.Items > 0 && Flow.StopError is null)
                {
                    continue;
                }

                break;
            }

            if (_scale.SizeWith(work.Size, work.Entries.Select(static other => other.Input), entry.Input, entry.Tokens, most) is not { } size)
            {
                _carried = entry;
                break;
            }

            work.Add(entry, size);
        }

        if (work.Size.Items > 0)
        {
            isSent = true;
            work.Turn = _runner.TakeTurn([]);
        }

        return isSent || work.Ended.Count > 0;
    }

    private protected override async ValueTask RunAsync(Pack<TInput, TResult> work)
    {
        foreach (var item in work.Ended)
        {
            End(item, wasTried: false);
        }

        if (work.Size.Items == 0)
        {
            return;
        }

        if (work.StartedAt is null)
        {
            await _runner.WaitForTurnAsync(work.Turn).ConfigureAwait(false);
            work.StartedAt = _clock.GetTimestamp();
        }

        TInput[] inputs = [.. work.Entries.Select(static entry => entry.Input)];
        // Stands for all items of the pack while they share a request.
        var sent = new BatchItem<TAnswer>(work.Entries[0].Item.Index);
        var left = TimeLeft(work);
        if (left <= TimeSpan.Zero)
        {
            foreach (var entry in work.Entries)
            {
                entry.Error = new TimeoutException($"The item took longer than {Options.Timeouts.Item}.", entry.Error);
            }

            Fail(work.Entries, sent);
            return;
        }

        await _runner.RunAsync(inputs, sent, work.Turn, left).ConfigureAwait(false);
        HandOut(work, inputs, sent);
    }

    private protected override void End(Pack<TInput, TResult> work)
    {
    }

    /// <summary>Prepares an item; null where it has ended without being sent.</summary>
    private PackEntry<TInput, TResult>? Enter(TItem current, out BatchItem<TResult> item)
    {
        item = AddItem();
        if (Flow.StopError is { } stopped)
        {
            // Its place is kept, so that no other item shifts.
            item.Fail(stopped, TimeSpan.Zero);
            return null;
        }

        try
        {
            if (!_step.Prepare(current, out var input))
            {
                item.Skip();
                return null;
            }

            var id = Flow.Checkpoint?.IdOf(ContentHash.Of(_step.IdentityOf(input)));
            if (id is not null && TryRestore(item, id))
            {
                return null;
            }

            return new PackEntry<TInput, TResult>(item, input, _scale.TokensOf(input), id);
        }
        catch (Exception e)
        {
            item.Fail(e, TimeSpan.Zero);
            return null;
        }
    }

    private bool TryRestore(BatchItem<TResult> item, string id)
    {
        try
        {
            if (Flow.Checkpoint!.Read(id) is { } body)
            {
                var stored = _step.RestoreOne(body);
                item.Restore(stored.Result, stored.Usage, stored.Usage is { } usage ? Options.Pricing.PriceOf(stored.Model)?.CostOf(usage) : null);
                return true;
            }
        }
        catch (Exception)
        {
            // A result that cannot be read is one that is missing.
        }

        return false;
    }

    /// <summary>How long the items of a pack may still take; null where that is not limited.</summary>
    private TimeSpan? TimeLeft(Pack<TInput, TResult> pack) =>
        Options.Timeouts.Item is { } limit && pack.StartedAt is { } began ? limit - _clock.GetElapsedTime(began) : Options.Timeouts.Item;
}
