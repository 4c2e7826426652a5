using System.Globalization;

namespace Quickstart;

/// <summary>What one run of a sample program printed and counted.</summary>
/// <param name="Output">The results.</param>
/// <param name="Messages">What it said about items that failed.</param>
/// <param name="Elapsed">The time between its start of work and its end.</param>
/// <param name="Calls">The requests it sent.</param>
internal sealed record ProgramRun(string Output, string Messages, TimeSpan Elapsed, int Calls)
{
    /// <summary>Takes the figures from the last line that the program wrote to its error stream: milliseconds and calls.</summary>
    /// <exception cref="StepFailedException">The line is missing.</exception>
    public static ProgramRun Read(CommandResult result)
    {
        var lines = result.Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        return lines[^1].Split(' ') is [var milliseconds, var calls]
            && int.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var elapsed)
            && int.TryParse(calls, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? new ProgramRun(result.Output, string.Join('\n', lines[..^1]), TimeSpan.FromMilliseconds(elapsed), count)
                : throw new StepFailedException($"'{result.Command}' did not end with its figures.{Environment.NewLine}{result.Error}");
    }
}
