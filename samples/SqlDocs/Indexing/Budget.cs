namespace SqlDocs.Indexing;

/// <summary>Keeps a run below what it may cost, until somebody agrees to more.</summary>
/// <param name="most">The bound in dollars; null where there is none.</param>
/// <param name="yes">Whether more is agreed to beforehand.</param>
/// <param name="ask">Asks a person; null where there is none to be asked.</param>
internal sealed class Budget(decimal? most, bool yes, Func<string, bool>? ask)
{
    // A batch needs a bound above zero; a request that costs nothing fits below any.
    private const decimal Least = 0.000_000_001m;

    private decimal? _most = yes ? null : most;

    /// <summary>What the run has cost so far; what a provider does not count is not in it.</summary>
    public decimal Spent { get; private set; }

    /// <summary>What is left; null where there is no bound.</summary>
    public decimal? Left => _most is { } bound ? Math.Max(Least, bound - Spent) : null;

    /// <summary>Notes what was paid.</summary>
    public void Spend(decimal? cost) => Spent += cost ?? 0;

    /// <summary>Whether a run may begin that can cost so much at its dearest.</summary>
    /// <exception cref="BudgetException">It may not.</exception>
    public void Begin(decimal? dearest)
    {
        if (_most is not { } bound)
        {
            return;
        }

        if (dearest is not { } cost)
        {
            throw new BudgetException("--max-cost needs the price of both models: give what is not known with --price MODEL=IN/OUT.");
        }

        if (cost > bound)
        {
            Agree(FormattableString.Invariant($"It may cost up to {cost:0.000000} dollars, and --max-cost is {bound:0.######}."));
        }
    }

    /// <summary>What is left is not enough to go on: asks whether to go on without a bound.</summary>
    /// <exception cref="BudgetException">It may not go on.</exception>
    public void GoOn() => Agree(FormattableString.Invariant($"It has cost {Spent:0.000000} dollars, and would go over --max-cost {_most:0.######}."));

    private void Agree(string what)
    {
        if (ask is null)
        {
            throw new BudgetException($"{what} There is no terminal to ask at: --yes agrees to it, a higher --max-cost bounds it.");
        }

        _most = ask($"{what} Go on? [y/N] ") ? null : throw new BudgetException($"{what} It was not agreed to.");
    }
}

/// <summary>A run would cost more than it may. The message is fit for a user.</summary>
internal sealed class BudgetException(string message) : Exception(message);
