using SimulatedProvider;

namespace Quickstart.Systems;

/// <summary>A sample that stands beside a version of itself from before: <c>samples/NAME.Before</c>, written one item at a time.</summary>
/// <param name="Name">The sample.</param>
/// <param name="Model">The model that it asks, for the price; one on the own machine has none.</param>
/// <param name="Provider">What it asks: latency, and limits if it shall meet some.</param>
/// <param name="Packs">Whether the fix puts several items into a request. Otherwise it sends as many requests, several at a time.</param>
internal sealed record SystemSample(string Name, string Model, SimulatedProviderOptions Provider, bool Packs = false)
{
    // Answers of 100 ms in the median, some of them far longer, as of models.
    private static readonly SimulatedProviderOptions Usual = new() { Latency = LatencyDistribution.LogNormal(TimeSpan.FromMilliseconds(100), sigma: 0.5), Seed = 1 };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SystemSample> All { get; } =
    [
        new("PatternStore", "text-embedding-3-small", Usual, Packs: true),
        new("SqlDocs", "gpt-4o-mini", Usual, Packs: true),
        new("DocGen", "gpt-4o-mini", Usual, Packs: true),
        new("LocalModels", "qwen3:8b", Usual),
    ];

    /// <summary>The folder, and the name of the project and the program, of the version from before.</summary>
    public string Before => $"{Name}.Before";

    public override string ToString() => Name;
}
