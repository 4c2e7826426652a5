using System.Collections.Concurrent;
using BatchMigrate.Checkpointing;
using BatchMigrate.Engine;

namespace BatchMigrate.Packing;

/// <summary>
/// A batch in which one request serves several items. A pack is filled from the source, greedily and in order, when a worker is free to send it. One that fails for what may
/// lie in it is sent again in halves, down to single items, so an item that is wrong costs only itself, in twice the logarithm of the pack's size of requests.
/// </summary>
internal sealed class PackRun<TItem, TInput, TAnswer, TResult> : BatchWindow<TItem, Pack<TInput, TResult>, TResult>
{
    // Far above any request, and far below what could not be added up.
    private const long LargestInput = 1L << 40;

    private readonly PackStep<TItem, TInput, TAnswer, TResult> _step;
    private readonly ItemRunner<IReadOnlyList<TInput>, TAnswer> _runner;
    private readonly TimeProvider _clock;
    private readonly ConcurrentStack<Pack<TInput, TResult>> _halves = new();
    private readonly object _learning = new();
    private PackSize _most;
    private PackEntry<TInput, TResult>? _carried;

    private PackRun(IEnumerable<TItem> source, PackStep<TItem, TInput, TAnswer, TResult> step, BatchOptions options, CancellationToken cancellationToken)
        : base(source, options, total => new BatchFlow(options, total, step.IsModelCall, step.CountedBy, cancellationToken, isPacked: true), step.Blocks, cancellationToken)
    {
        _step = step;
        _runner = new ItemRunner<IReadOnlyList<TInput>, TAnswer>(step, options, Flow);
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
        work = new Pack<TInput, TResult>([]);
        isSent = false;
        if (_carried is { } carried)
        {
            work.Add(carried);
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

            if (!work.Size.Takes(entry.Tokens, most))
            {
                _carried = entry;
                break;
            }

            work.Add(entry);
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

        work.StartedAt ??= _clock.GetTimestamp();
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

            return new PackEntry<TInput, TResult>(item, input, Math.Clamp(Flow.Estimate(_step.SizeOf(input)).InputTokens, 0, LargestInput), id);
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

    /// <summary>Gives each item of a pack what the request has brought for it, and sends the rest again in halves where that may help.</summary>
    private void HandOut(Pack<TInput, TResult> pack, TInput[] inputs, BatchItem<TAnswer> sent)
    {
        var model = Spend(pack, inputs, sent);
        var (results, error) = Unpack(inputs, sent);
        var rest = new List<PackEntry<TInput, TResult>>();
        for (var i = 0; i < pack.Entries.Count; i++)
        {
            var entry = pack.Entries[i];
            entry.Item.AddAttempts(sent.Attempts);
            entry.Elapsed += sent.Elapsed;
            entry.Error = results is null ? error : results[i].Error;
            if (entry.Error is not null)
            {
                rest.Add(entry);
                continue;
            }

            var result = results![i].Result;
            if (entry.Id is { } id)
            {
                Flow.Keep(id, () => _step.StoreOne(result, entry.Usage, model));
            }

            entry.Item.Succeed(result, entry.Elapsed, entry.Usage, entry.Cost);
            End(entry.Item, wasTried: true);
        }

        if (rest.Count == 0)
        {
            Learn(pack.HalfOf);
        }
        else if (Judge(pack, sent) is var failure and not PackFailure.Elsewhere)
        {
            Flow.Monitor.Halved(rest.Count, sent.Error);
            Halve(pack, rest, failure);
        }
        else
        {
            Fail(rest, sent);
        }
    }

    /// <summary>Shares out what the answer has cost, and tells the model that gave it.</summary>
    private string? Spend(Pack<TInput, TResult> pack, TInput[] inputs, BatchItem<TAnswer> sent)
    {
        if (sent.Usage is not { } usage)
        {
            return null;
        }

        var model = _step.ModelOf(inputs, sent.Response);
        var price = Options.Pricing.PriceOf(model);
        var shares = UsageShares.Of(usage, [.. pack.Entries.Select(static entry => entry.Tokens)]);
        foreach (var (entry, share) in pack.Entries.Zip(shares))
        {
            entry.Spend(share, price);
        }

        return model;
    }

    private (IReadOnlyList<Unpacked<TResult>>? Results, Exception? Error) Unpack(TInput[] inputs, BatchItem<TAnswer> sent)
    {
        if (!sent.Succeeded)
        {
            return (null, sent.Error);
        }

        try
        {
            var results = _step.Unpack(sent.Response, inputs);
            return results.Count == inputs.Length ? (results, null) : throw new InvalidOperationException($"There are {results.Count} results for {inputs.Length} inputs.");
        }
        catch (Exception e)
        {
            return (null, e);
        }
    }

    /// <summary>Whether it makes sense to ask again with fewer items. Where the batch does not go on they end as all do that have not been sent.</summary>
    private PackFailure Judge(Pack<TInput, TResult> pack, BatchItem<TAnswer> sent)
    {
        if (pack.Size.Items == 1 || TimeLeft(pack) <= TimeSpan.Zero)
        {
            return PackFailure.Elsewhere;
        }

        if (sent.Succeeded)
        {
            return PackFailure.Refused;
        }

        if (sent.GaveUpBecause == BatchFlow.TooLarge)
        {
            // The limit is known by now, and later packs keep to it.
            return PackFailure.Perhaps;
        }

        return sent.Attempts == 0 || sent.Error == Flow.StopError ? PackFailure.Elsewhere : PackFailures.Judge(sent.Error!, Options.Retry, _clock);
    }

    private void Halve(Pack<TInput, TResult> pack, List<PackEntry<TInput, TResult>> rest, PackFailure failure)
    {
        var middle = (rest.Count + 1) / 2;
        List<PackEntry<TInput, TResult>> left = rest[..middle], right = rest[middle..];
        // Only a request that was refused as a whole says something about sizes.
        var halving = failure == PackFailure.Refused && rest.Count == pack.Size.Items ? new Halving(pack.Size, new Pack<TInput, TResult>(left).Size) : null;
        foreach (var half in new[] { right, left })
        {
            if (half.Count > 0)
            {
                _halves.Push(new Pack<TInput, TResult>(half) { StartedAt = pack.StartedAt, HalfOf = halving });
            }
        }

        // This worker takes one of them next.
        AddWorker();
    }

    /// <summary>Both halves of a refused pack have been taken: packs of its size need not be tried again.</summary>
    private void Learn(Halving? halfOf)
    {
        if (halfOf?.IsTakenWhole() == true)
        {
            lock (_learning)
            {
                _most = _most.After(halfOf.Refused, halfOf.Half);
            }
        }
    }

    private void Fail(List<PackEntry<TInput, TResult>> rest, BatchItem<TAnswer> sent)
    {
        foreach (var entry in rest)
        {
            if (entry.Id is { } id && sent.Attempts > 0 && !Flow.OperationToken.IsCancellationRequested)
            {
                Flow.Keep(id, entry.Error!);
            }

            entry.Item.Fail(entry.Error!, entry.Elapsed, sent.GaveUpBecause, entry.Usage, entry.Cost);
            End(entry.Item, wasTried: true);
        }
    }

    /// <summary>How long the items of a pack may still take; null where that is not limited.</summary>
    private TimeSpan? TimeLeft(Pack<TInput, TResult> pack) =>
        Options.Timeouts.Item is { } limit && pack.StartedAt is { } began ? limit - _clock.GetElapsedTime(began) : Options.Timeouts.Item;
}
