using BatchMigrate.Engine;

namespace BatchMigrate.Packing;

/// <summary>Items that share a request, in the order of the input.</summary>
internal sealed class Pack<TInput, TResult>(List<PackEntry<TInput, TResult>> entries, PackSize size)
{
    internal List<PackEntry<TInput, TResult>> Entries { get; } = entries;

    internal PackSize Size { get; private set; } = size;

    /// <summary>Items that were taken from the source with it and have ended without being sent.</summary>
    internal List<BatchItem<TResult>> Ended { get; } = [];

    internal Turn Turn { get; set; }

    /// <summary>When its items could first be sent, be it in a larger pack.</summary>
    internal long? StartedAt { get; set; }

    /// <summary>What it is a half of; null where it is none, or where that says nothing about sizes.</summary>
    internal Halving? HalfOf { get; init; }

    /// <summary>Adds an item.</summary>
    /// <param name="entry">The item.</param>
    /// <param name="size">The size of the pack with it.</param>
    internal void Add(PackEntry<TInput, TResult> entry, PackSize size)
    {
        Entries.Add(entry);
        Size = size;
    }
}

/// <summary>One item with its input, and what has been spent on it so far.</summary>
internal sealed class PackEntry<TInput, TResult>(BatchItem<TResult> item, TInput input, long tokens, string? id)
{
    internal BatchItem<TResult> Item { get; } = item;

    internal TInput Input { get; } = input;

    /// <summary>An estimate of it alone.</summary>
    internal long Tokens { get; } = tokens;

    /// <summary>The id under which its result is kept; null where it is not.</summary>
    internal string? Id { get; } = id;

    internal TimeSpan Elapsed { get; set; }

    /// <summary>Its part of all answers, also of those that held nothing for it: they are paid for.</summary>
    internal BatchUsage? Usage { get; private set; }

    /// <summary>What that costs; null where a price is not known.</summary>
    internal decimal? Cost => Usage is null ? null : _cost;

    /// <summary>Why its last request brought nothing for it.</summary>
    internal Exception? Error { get; set; }

    private decimal? _cost = 0;

    internal void Spend(BatchUsage usage, ModelPrice? price)
    {
        Usage = (Usage ?? default) + usage;
        _cost += price?.CostOf(usage);
    }
}

/// <summary>A pack that was refused and is sent again in two halves. Where both are taken whole, it was too large.</summary>
internal sealed class Halving(PackSize refused, PackSize half)
{
    private int _taken;

    internal PackSize Refused => refused;

    /// <summary>The larger half, by each of the two.</summary>
    internal PackSize Half => half;

    /// <summary>Counts a half that was taken; whether it is the second one.</summary>
    internal bool IsTakenWhole() => Interlocked.Increment(ref _taken) == 2;
}
