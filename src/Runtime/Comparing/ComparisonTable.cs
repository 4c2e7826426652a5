using System.Globalization;
using System.Text;

namespace BatchMigrate.Comparing;

/// <summary>Writes figures as a table, in the same way under every culture.</summary>
internal static class ComparisonTable
{
    private const string Unknown = "-";

    private static readonly string[] Header = ["model", "answers", "failed", "mean s", "median s", "min s", "max s", "first token s", "tokens/s", "tokens out", "cost"];

    internal static string ToText(IReadOnlyList<ModelFigures> models) => Write(models, "", "  ", "", static _ => "");

    internal static string ToMarkdown(IReadOnlyList<ModelFigures> models) => Write(
        models, "| ", " | ", " |", static widths => $"|{string.Concat(widths.Select(static (width, column) => $"{(column == 0 ? ":" : "-")}{new string('-', width)}{(column == 0 ? "-" : ":")}|"))}\n");

    private static string Write(IReadOnlyList<ModelFigures> models, string left, string between, string right, Func<int[], string> rule)
    {
        string[][] rows = [Header, .. models.Select(Row)];
        int[] widths = [.. Header.Select((_, column) => rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.Append(left).AppendJoin(between, cells).Append(right).Append('\n');
            text.Append(ReferenceEquals(row, Header) ? rule(widths) : string.Empty);
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string[] Row(ModelFigures model) =>
    [
        // A name is the caller's own text: it must not break out of its cell.
        model.Name.ReplaceLineEndings(" ").Replace("|", "/", StringComparison.Ordinal),
        string.Create(CultureInfo.InvariantCulture, $"{model.Answers} of {model.Requests}"),
        Failures(model),
        Seconds(model.Latency?.Mean),
        Seconds(model.Latency?.Median),
        Seconds(model.Latency?.Min),
        Seconds(model.Latency?.Max),
        Seconds(model.TimeToFirstToken?.Median),
        model.OutputTokensPerSecond?.ToString("0.0", CultureInfo.InvariantCulture) ?? Unknown,
        model.Usage?.OutputTokens.ToString(CultureInfo.InvariantCulture) ?? Unknown,
        model.Cost?.ToString("0.000000", CultureInfo.InvariantCulture) ?? Unknown,
    ];

    private static string Failures(ModelFigures model) => model.FirstFailure is { } first
        ? string.Create(CultureInfo.InvariantCulture, $"{model.Failed} ({(first.FailureKind is BatchFailureKind.Unknown ? first.Error?.GetType().Name : first.FailureKind.ToString())})")
        : "0";

    private static string Seconds(TimeSpan? duration) => duration?.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture) ?? Unknown;
}
