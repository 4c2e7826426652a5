using BatchMigrate.Engine;

namespace BatchMigrate.Packing;

/// <content>What becomes of the items of a pack that was sent.</content>
internal sealed partial class PackRun<TItem, TInput, TAnswer, TResult>
{
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
            if (GoesOn && Flow.StopError is null)
            {
                Flow.Monitor.Halved(rest.Count, sent.Error);
            }

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
            return _step.UselessAnswer;
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
        var (leftSize, rightSize) = (SizeOf(left), SizeOf(right));
        // Only a request that was refused as a whole says something about sizes.
        var halving = failure == PackFailure.Refused && rest.Count == pack.Size.Items ? new Halving(pack.Size, new PackSize(left.Count, Math.Max(leftSize.Tokens, rightSize.Tokens))) : null;
        foreach (var (half, size) in new[] { (right, rightSize), (left, leftSize) })
        {
            if (half.Count > 0)
            {
                _halves.Push(new Pack<TInput, TResult>(half, size) { StartedAt = pack.StartedAt, HalfOf = halving });
            }
        }

        // This worker takes one of them next.
        AddWorker();
    }

    private PackSize SizeOf(List<PackEntry<TInput, TResult>> entries) => entries.Count == 0 ? default : _scale.SizeOf([.. entries.Select(static entry => (entry.Input, entry.Tokens))]);

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
}
