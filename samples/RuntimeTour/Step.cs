using System.Globalization;
using SimulatedProvider;

namespace RuntimeTour;

/// <summary>What a step has shown.</summary>
/// <param name="Name">The step.</param>
/// <param name="Counters">What the provider counted.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Outcome">What came of it, in a few words.</param>
internal sealed record Step(string Name, ProviderCounters Counters, TimeSpan Elapsed, string Outcome)
{
    /// <summary>The steps as a table.</summary>
    public static IEnumerable<string> Table(IEnumerable<Step> steps)
    {
        string[][] rows = [["step", "requests", "rejected", "time", "outcome"], .. steps.Select(Row)];
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => column is 0 or 4 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
    }

    private static string[] Row(Step step) =>
    [
        step.Name,
        step.Counters.Requests.ToString(CultureInfo.InvariantCulture),
        step.Counters.Rejected429.ToString(CultureInfo.InvariantCulture),
        step.Elapsed.TotalSeconds.ToString("0.0 s", CultureInfo.InvariantCulture),
        step.Outcome,
    ];
}

/// <summary>A step did not come out as it should.</summary>
internal sealed class StepFailedException(string message) : Exception(message);
