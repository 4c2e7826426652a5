namespace BatchMigrate.ProviderBatches;

/// <summary>
/// Where each item of a submission went: the number of its file, or why it is in none. Lines stand in the order of the items, so that a line's item is found by counting.
/// </summary>
internal sealed class ItemPlan
{
    /// <summary>The item needs no request.</summary>
    internal const int Skipped = -1;

    /// <summary>The item could not be sent; <see cref="Failed"/> says why.</summary>
    internal const int Unsent = -2;

    internal required IReadOnlyList<int> PartOf { get; init; }

    internal required IReadOnlyDictionary<int, Exception> Failed { get; init; }

    /// <summary>The items of a file, line by line.</summary>
    internal int[] ItemsOf(int part) => [.. Enumerable.Range(0, PartOf.Count).Where(index => PartOf[index] == part)];
}
