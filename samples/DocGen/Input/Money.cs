using System.Globalization;

namespace Ferries;

public readonly record struct Money(decimal Amount, string Currency)
{
    public static Money Zero(string currency) => new(0, currency);

    public Money Add(Money other)
    {
        if (other.Currency != Currency)
        {
            throw new InvalidOperationException($"{Currency} and {other.Currency} cannot be added.");
        }

        return this with { Amount = Amount + other.Amount };
    }

    public Money Times(decimal factor) => this with { Amount = decimal.Round(Amount * factor, 2, MidpointRounding.ToEven) };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:0.00} {Currency}");
}
