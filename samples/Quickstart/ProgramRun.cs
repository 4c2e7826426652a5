using System.Globalization;

namespace Quickstart;

/// <summary>What one run of a sample program printed and counted.</summary>
/// <param name="Output">The results.</param>
/// <param name="Messages">What it said about items that failed.</param>
/// <param name="Elapsed">The time between its start of work and its end.</param>
/// <param name="Figures">What it counted.</param>
internal sealed record ProgramRun(string Output, string Messages, TimeSpan Elapsed, IReadOnlyList<int> Figures)
{
    /// <summary>Takes the figures from the last line that the program wrote to its error stream: milliseconds, and what it counts.</summary>
    /// <exception cref="StepFailedException">The line is missing.</exception>
    public static ProgramRun Read(CommandResult result)
    {
        var lines = result.Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var figures = lines[^1].Split(' ').Select(figure => int.TryParse(figure, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return figures.Contains(-1)
            ? throw new StepFailedException($"'{result.Command}' did not end with its figures.{Environment.NewLine}{result.Error}")
            : new ProgramRun(result.Output, string.Join('\n', lines[..^1]), TimeSpan.FromMilliseconds(figures[0]), figures[1..]);
    }
}
