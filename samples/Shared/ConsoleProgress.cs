using System.Globalization;
using BatchMigrate;

namespace Samples;

/// <summary>
/// Shows how far a batch is: one line of a console that is drawn again at most ten times a second, or, where the output goes into a file or a pipe, a line of its own at every tenth of
/// the way. The last line stays.
/// </summary>
/// <param name="writer">Where to write.</param>
/// <param name="width">Tells the width of the console in columns; null where there is no console, and lines are not drawn again.</param>
/// <param name="clock">The clock for the distance between two drawings.</param>
/// <param name="label">What the line begins with.</param>
internal sealed class ConsoleProgress(TextWriter writer, Func<int>? width, TimeProvider clock, string label = "") : IProgress<BatchProgress>
{
    private const int BarWidth = 20;
    private const int Lines = 10;
    private const int UsualWidth = 80;

    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(100);

    private long? _drawn;
    private int _length;
    private int _nextLine = 1;

    /// <summary>Writes to the console of this process.</summary>
    /// <param name="label">What the line begins with.</param>
    public ConsoleProgress(string label = "")
        : this(Console.Out, Console.IsOutputRedirected ? null : WidthOfConsole, TimeProvider.System, label)
    {
    }

    /// <summary>Called by the batch, by one thread at a time.</summary>
    public void Report(BatchProgress value)
    {
        if (width is null)
        {
            WriteRarely(value);
        }
        else if (value.IsFinal || _drawn is not { } drawn || clock.GetElapsedTime(drawn) >= Redraw)
        {
            _drawn = clock.GetTimestamp();
            // The last column stays free: some consoles begin a new line behind it.
            var columns = Math.Max(0, width() - 1);
            var line = Render(value, label, columns);
            writer.Write($"\r{line.PadRight(Math.Min(_length, columns))}{(value.IsFinal ? Environment.NewLine : "")}");
            writer.Flush();
            _length = line.Length;
        }

        if (value.IsFinal)
        {
            // Ready for another batch.
            (_drawn, _length, _nextLine) = (null, 0, 1);
        }
    }

    /// <summary>The line: what matters least is left out until it fits.</summary>
    internal static string Render(BatchProgress progress, string label, int width)
    {
        (int Rank, string Text)[] parts =
        [
            (2, label),
            (5, Bar(progress)),
            (0, progress.Total is { } total ? Text($"{progress.Completed}/{total}") : Text($"{progress.Completed} done")),
            (1, progress.Failed > 0 ? Text($"{progress.Failed} failed") : ""),
            (3, Waiting(progress.Waiting)),
            (6, progress.ItemsPerSecond > 0 ? Text($"{progress.ItemsPerSecond:0.0}/s") : ""),
            (7, progress.Cost is { } cost ? Text($"cost {cost:0.0000}") : ""),
            (4, progress.IsFinal ? Text($"in {progress.Elapsed.TotalSeconds:0.0} s") : progress.TimeLeft is { } left ? $"{Time(left)} left" : ""),
        ];
        for (var rank = parts.Length - 1; ; rank--)
        {
            var line = string.Join("  ", parts.Where(part => part.Rank <= rank && part.Text.Length > 0).Select(part => part.Text));
            if (line.Length <= width || rank == 0)
            {
                return line[..Math.Clamp(width, 0, line.Length)];
            }
        }
    }

    private static string Bar(BatchProgress progress)
    {
        if (progress.Total is not > 0)
        {
            return "";
        }

        var full = (int)((long)progress.Completed * BarWidth / progress.Total.Value);
        return $"[{new string('#', full)}{new string('.', BarWidth - full)}]";
    }

    /// <summary>How many wait, and what most of them wait for.</summary>
    private static string Waiting(BatchWaiting waiting)
    {
        (int Count, string Reason)[] reasons = [(waiting.Limit, "limit"), (waiting.Retry, "retry"), (waiting.Slot, "turn"), (waiting.Cost, "cost")];
        return waiting.Total == 0 ? "" : Text($"waiting {waiting.Total} ({reasons.MaxBy(reason => reason.Count).Reason})");
    }

    private static string Time(TimeSpan time) => time.TotalHours >= 1 ? Text($"{(long)time.TotalHours}:{time:mm\\:ss}") : Text($"{time:m\\:ss}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static int WidthOfConsole()
    {
        try
        {
            return Console.WindowWidth is > 0 and var columns ? columns : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }

    private void WriteRarely(BatchProgress value)
    {
        // Where nobody knows how many there will be, at 10, 20, 40, 80 and so on.
        var isDue = value.Total is { } total
            ? (long)value.Completed * Lines >= (long)_nextLine * total
            : value.Completed >= Lines * _nextLine;
        // The last line says how long it took.
        if (!value.IsFinal && (!isDue || value.Completed == value.Total))
        {
            return;
        }

        writer.WriteLine(Render(value, label, int.MaxValue));
        _nextLine = value.Total is > 0 ? (int)((long)value.Completed * Lines / value.Total.Value) + 1 : _nextLine * 2;
    }
}
