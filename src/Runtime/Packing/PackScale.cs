namespace BatchMigrate.Packing;

/// <summary>Tells how large packs are.</summary>
/// <param name="step">What the batch does.</param>
/// <param name="estimate">Guesses the tokens of a request.</param>
/// <param name="isGranted">Whether the provider can grant so much at all.</param>
internal sealed class PackScale<TItem, TInput, TAnswer, TResult>(PackStep<TItem, TInput, TAnswer, TResult> step, Func<TokenRequest, TokenEstimate> estimate, Func<TokenEstimate, bool> isGranted)
{
    // Far above any request, and far below what could not be added up.
    private const long LargestInput = 1L << 40;

    /// <summary>The tokens of an input that is sent alone.</summary>
    internal long TokensOf(TInput input) => Bounded(estimate(step.SizeOf(input)).InputTokens);

    /// <summary>The size of a pack.</summary>
    internal PackSize SizeOf(IReadOnlyList<(TInput Input, long Tokens)> entries) => step.IsSumOfInputs
        ? entries.Aggregate(default(PackSize), static (size, entry) => size.With(entry.Tokens))
        : new PackSize(entries.Count, Bounded(estimate(step.Describe([.. entries.Select(static entry => entry.Input)])!).InputTokens));

    /// <summary>The size of a pack with one more input; null where that is too much for one request.</summary>
    /// <param name="size">Its size. An empty one takes any input.</param>
    /// <param name="inputs">What is in it.</param>
    /// <param name="next">The input.</param>
    /// <param name="tokens">The tokens of the input alone.</param>
    /// <param name="most">The most for one request.</param>
    internal PackSize? SizeWith(PackSize size, IEnumerable<TInput> inputs, TInput next, long tokens, PackSize most)
    {
        if (size.Items == 0 || step.IsSumOfInputs)
        {
            return size.Takes(tokens, most) ? size.With(tokens) : null;
        }

        if (size.IsFull(most))
        {
            return null;
        }

        var whole = estimate(step.Describe([.. inputs, next])!);
        return whole.InputTokens <= most.Tokens && isGranted(whole) ? new PackSize(size.Items + 1, Bounded(whole.InputTokens)) : null;
    }

    private static long Bounded(long tokens) => Math.Clamp(tokens, 0, LargestInput);
}
