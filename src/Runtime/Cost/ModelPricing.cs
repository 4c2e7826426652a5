using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace BatchMigrate;

/// <summary>The prices of models by name. An instance does not change and may be shared.</summary>
/// <remarks>
/// A name is found as it is, without a prefix such as <c>openai/</c>, and without a version at its end: <c>gpt-4o-2024-08-06</c> costs what <c>gpt-4o</c> costs.
/// A name that only begins like a known one has no price.
/// </remarks>
public sealed partial class ModelPricing
{
    private readonly FrozenDictionary<string, ModelPrice> _prices;

    /// <summary>Makes a table.</summary>
    /// <param name="prices">Names of models and their prices.</param>
    /// <exception cref="ArgumentNullException"><paramref name="prices"/> is null.</exception>
    public ModelPricing(IEnumerable<KeyValuePair<string, ModelPrice>> prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        _prices = prices.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The day for which <see cref="BuiltIn"/> was written down.</summary>
    public static DateOnly BuiltInDate { get; } = new(2025, 10, 31);

    /// <summary>
    /// List prices in US dollars of some common models, as known on <see cref="BuiltInDate"/>. Prices change and contracts differ: give your own with <see cref="With"/>, or a table of your own.
    /// </summary>
    public static ModelPricing BuiltIn { get; } = new(new Dictionary<string, ModelPrice>
    {
        ["gpt-5"] = new(1.25m, 10m, 0.125m),
        ["gpt-5-mini"] = new(0.25m, 2m, 0.025m),
        ["gpt-5-nano"] = new(0.05m, 0.40m, 0.005m),
        ["gpt-4.1"] = new(2m, 8m, 0.50m),
        ["gpt-4.1-mini"] = new(0.40m, 1.60m, 0.10m),
        ["gpt-4.1-nano"] = new(0.10m, 0.40m, 0.025m),
        ["gpt-4o"] = new(2.50m, 10m, 1.25m),
        ["gpt-4o-mini"] = new(0.15m, 0.60m, 0.075m),
        ["o1"] = new(15m, 60m, 7.50m),
        ["o3"] = new(2m, 8m, 0.50m),
        ["o3-mini"] = new(1.10m, 4.40m, 0.55m),
        ["o4-mini"] = new(1.10m, 4.40m, 0.275m),
        ["text-embedding-3-small"] = new(0.02m, 0m),
        ["text-embedding-3-large"] = new(0.13m, 0m),
        ["claude-opus-4-1"] = new(15m, 75m, 1.50m),
        ["claude-opus-4"] = new(15m, 75m, 1.50m),
        ["claude-sonnet-4-5"] = new(3m, 15m, 0.30m),
        ["claude-sonnet-4"] = new(3m, 15m, 0.30m),
        ["claude-haiku-4-5"] = new(1m, 5m, 0.10m),
        ["claude-3-5-haiku"] = new(0.80m, 4m, 0.08m),
        ["gemini-2.5-flash"] = new(0.30m, 2.50m),
        ["gemini-2.5-flash-lite"] = new(0.10m, 0.40m),
    });

    /// <summary>The same table with another price for one model.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="price">Its price.</param>
    /// <returns>A new table.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ModelPricing With(string model, ModelPrice price)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(price);
        return new(new Dictionary<string, ModelPrice>(_prices, StringComparer.OrdinalIgnoreCase) { [model] = price });
    }

    /// <summary>Looks up a model.</summary>
    /// <param name="model">Its name, or null where it is not known.</param>
    /// <returns>Its price, or null where it is not in the table.</returns>
    public ModelPrice? PriceOf(string? model)
    {
        if (model is null)
        {
            return null;
        }

        for (var name = model; ;)
        {
            if (_prices.TryGetValue(name, out var price))
            {
                return price;
            }

            if (name.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash)
            {
                name = name[(slash + 1)..];
            }
            else if (Version().Match(name) is { Success: true } version)
            {
                name = name[..version.Index];
            }
            else
            {
                return null;
            }
        }
    }

    // "latest", or what ends a name as a date or a number of at least three digits. A single digit tells models apart: claude-sonnet-4-5 is not claude-sonnet-4.
    [GeneratedRegex("-(latest|[0-9]{3,8}|[0-9]{4}-[0-9]{2}-[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
