using System.Globalization;

namespace SimulatedProvider;

/// <summary>How long answers take: always the same, evenly between two bounds, or lognormally around a median as real models do.</summary>
public sealed record LatencyDistribution
{
    private enum Shape
    {
        Fixed,
        Uniform,
        LogNormal,
    }

    private readonly Shape _shape;
    private readonly TimeSpan _first;
    private readonly TimeSpan _second;
    private readonly double _sigma;

    private LatencyDistribution(Shape shape, TimeSpan first, TimeSpan second = default, double sigma = 0)
    {
        _shape = shape;
        _first = first;
        _second = second;
        _sigma = sigma;
    }

    /// <summary>Answers at once.</summary>
    public static LatencyDistribution None { get; } = Fixed(TimeSpan.Zero);

    /// <summary>The same time for every answer.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="latency"/> is negative.</exception>
    public static LatencyDistribution Fixed(TimeSpan latency)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(latency, TimeSpan.Zero);
        return new LatencyDistribution(Shape.Fixed, latency);
    }

    /// <summary>Evenly distributed between two bounds.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is negative or above <paramref name="maximum"/>.</exception>
    public static LatencyDistribution Uniform(TimeSpan minimum, TimeSpan maximum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minimum, maximum);
        return new LatencyDistribution(Shape.Uniform, minimum, maximum);
    }

    /// <summary>Lognormally distributed: half of the answers take longer than the median, few take much longer.</summary>
    /// <param name="median">The median.</param>
    /// <param name="sigma">The standard deviation of the logarithm; 0.5 puts one answer in twenty above 2.3 medians.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="median"/> or <paramref name="sigma"/> is negative, or sigma above 3.</exception>
    public static LatencyDistribution LogNormal(TimeSpan median, double sigma)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(median, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(sigma);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sigma, 3);
        return new LatencyDistribution(Shape.LogNormal, median, sigma: sigma);
    }

    /// <summary>Reads <c>50ms</c>, <c>uniform:20ms,80ms</c> or <c>lognormal:50ms,0.5</c>.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static LatencyDistribution Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var arguments = text[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries);
        try
        {
            return (colon < 0 ? "fixed" : text[..colon], arguments) switch
            {
                ("fixed", [var latency]) => Fixed(Duration.Parse(latency)),
                ("uniform", [var minimum, var maximum]) => Uniform(Duration.Parse(minimum), Duration.Parse(maximum)),
                ("lognormal", [var median, var sigma]) => LogNormal(Duration.Parse(median), double.Parse(sigma, CultureInfo.InvariantCulture)),
                _ => throw new FormatException(),
            };
        }
        catch (Exception e) when (e is FormatException or ArgumentOutOfRangeException or OverflowException)
        {
            throw new FormatException($"'{text}' is no latency: write 50ms, uniform:20ms,80ms or lognormal:50ms,0.5.", e);
        }
    }

    /// <summary>The latency at two independent draws from [0, 1).</summary>
    internal TimeSpan At(double first, double second) => _shape switch
    {
        Shape.Uniform => _first + ((_second - _first) * first),
        Shape.LogNormal => _first * Math.Exp(_sigma * Normal(first, second)),
        _ => _first,
    };

    // Box and Muller's transform; 1 - u keeps the logarithm's argument above zero.
    private static double Normal(double first, double second) => Math.Sqrt(-2 * Math.Log(1 - first)) * Math.Cos(2 * Math.PI * second);
}
