using System.Collections.Concurrent;
using System.Globalization;

namespace SimulatedProvider;

internal enum FaultKind
{
    None,
    Status,
    Quota,
    Drop,
    Cut,
    Timeout,
}

/// <summary>What is to go wrong with a request; <paramref name="Status"/> belongs to <see cref="FaultKind.Status"/>.</summary>
internal readonly record struct Fault(FaultKind Kind, int Status = 0);

/// <summary>Decides which requests fail, from their messages, the seed and how often the same messages have come before.</summary>
internal sealed class FaultPlan(SimulatedProviderOptions options)
{
    private const int Purpose = 1;

    private readonly ConcurrentDictionary<string, int> _attempts = new();

    private readonly (double Share, Fault Fault)[] _shares =
    [
        (options.RateLimitedShare, new Fault(FaultKind.Status, 429)),
        (options.InternalErrorShare, new Fault(FaultKind.Status, 500)),
        (options.UnavailableShare, new Fault(FaultKind.Status, 503)),
        (options.DropShare, new Fault(FaultKind.Drop)),
        (options.TimeoutShare, new Fault(FaultKind.Timeout)),
    ];

    public Fault Next(ContentHash content, IReadOnlyList<SimulationMarker> markers)
    {
        // A retry draws anew, or it could never succeed; the count by content keeps that independent of the order of arrival.
        var attempt = _attempts.AddOrUpdate(content.Text, 1, (_, count) => count + 1);
        foreach (var marker in markers)
        {
            if (attempt <= marker.Times && Of(marker) is { Kind: not FaultKind.None } fault)
            {
                return fault;
            }
        }

        var draw = content.Draw(options.Seed, Purpose, attempt);
        foreach (var (share, fault) in _shares)
        {
            if (draw < share)
            {
                return fault;
            }

            draw -= share;
        }

        return default;
    }

    public void Reset() => _attempts.Clear();

    private static Fault Of(SimulationMarker marker) => marker.Name switch
    {
        "quota" => new Fault(FaultKind.Quota),
        "drop" => new Fault(FaultKind.Drop),
        "cut" => new Fault(FaultKind.Cut),
        "timeout" => new Fault(FaultKind.Timeout),
        var name when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and <= 599 =>
            new Fault(FaultKind.Status, status),
        _ => default,
    };
}
