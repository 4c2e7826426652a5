using System.Globalization;

namespace LocalModels;

/// <summary>The same prompts one at a time and several at a time.</summary>
/// <param name="Prompts">The prompts.</param>
/// <param name="OneAtATime">One after another.</param>
/// <param name="Concurrent">Several at a time.</param>
internal sealed record Generation(IReadOnlyList<string> Prompts, GenerationRun OneAtATime, GenerationRun Concurrent)
{
    /// <summary>How many times as fast the second was.</summary>
    public double SpeedUp => OneAtATime.Batch.Elapsed / Concurrent.Batch.Elapsed;

    /// <summary>Each prompt with its answer, or why there is none.</summary>
    public IEnumerable<(string Prompt, string Answer)> Outcomes() =>
        Prompts.Zip(Concurrent.Batch, (prompt, item) => (prompt, item.Succeeded
            ? string.Concat(item.Response.Value.Content.Select(part => part.Text))
            : $"failed: {Failures.Describe(item.Error!)}"));

    /// <summary>The figures of both, and the least time that the second could take.</summary>
    public string[][] Table() =>
    [
        ["", "answered", "failed", "seconds", "a prompt", "tokens/s", "speed-up"],
        Row("one at a time", OneAtATime, ""),
        Row(Format($"{Concurrent.MaxConcurrent} at a time, {Concurrent.Delay.TotalSeconds:0.0##} s apart"), Concurrent, Format($"{SpeedUp:0.0}x")),
        ["lower bound of that", "", "", Format($"{Concurrent.BoundAfter(OneAtATime).TotalSeconds:0.00}"), "", "", ""],
    ];

    private static string[] Row(string name, GenerationRun run, string speedUp) =>
    [
        name,
        Format($"{run.Answered}"),
        Format($"{run.Batch.Failed.Count}"),
        Format($"{run.Batch.Elapsed.TotalSeconds:0.00}"),
        Format($"{run.Batch.Elapsed.TotalSeconds / run.Batch.Count:0.00}"),
        Format($"{run.TokensPerSecond:0.0}"),
        speedUp,
    ];

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
