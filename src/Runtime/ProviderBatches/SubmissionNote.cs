using System.Globalization;
using System.Text;

namespace BatchMigrate.ProviderBatches;

/// <summary>What a batch's metadata says about the submission that it belongs to, so that its ids alone are enough to put the answers in order.</summary>
/// <param name="Items">The number of items of the submission.</param>
/// <param name="Part">The number of this batch, from zero.</param>
/// <param name="Parts">How many batches there are.</param>
/// <param name="Content">The hash of all requests.</param>
/// <param name="Failed">Items that could not be sent; null where there are too many to name.</param>
internal sealed record SubmissionNote(int Items, int Part, int Parts, string Content, IReadOnlyCollection<int>? Failed)
{
    internal const string Key = "batchmigrate";

    // The longest value that a provider keeps.
    private const int MaxLength = 512;
    private const string TooMany = "*";

    public override string ToString()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"items={Items} part={Part} parts={Parts} content={Content}");
        if (Failed is { Count: 0 })
        {
            return text;
        }

        text += " failed=";
        return text + (Failed is { } failed && Ranges(failed, MaxLength - text.Length) is { } ranges ? ranges : TooMany);
    }

    /// <summary>Reads a note; null where there is none that can be read.</summary>
    internal static SubmissionNote? Parse(string? text)
    {
        try
        {
            var values = (text ?? "").Split(' ').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
            var failed = values.GetValueOrDefault("failed", "");
            return new SubmissionNote(Number(values["items"]), Number(values["part"]), Number(values["parts"]), values["content"], failed == TooMany ? null : Numbers(failed));
        }
        catch (Exception e) when (e is KeyNotFoundException or FormatException or IndexOutOfRangeException or OverflowException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Ascending numbers as <c>3,17-20</c>; null where that is too long.</summary>
    private static string? Ranges(IReadOnlyCollection<int> numbers, int maxLength)
    {
        var text = new StringBuilder();
        var (first, last) = (-1, -2);
        foreach (var number in numbers.Order().Append(int.MaxValue))
        {
            if (number == last + 1)
            {
                last = number;
                continue;
            }

            if (first >= 0)
            {
                text.Append(text.Length == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{first}").Append(last > first ? string.Create(CultureInfo.InvariantCulture, $"-{last}") : "");
                if (text.Length > maxLength)
                {
                    return null;
                }
            }

            (first, last) = (number, number);
        }

        return text.ToString();
    }

    private static HashSet<int> Numbers(string text)
    {
        var numbers = new HashSet<int>();
        foreach (var range in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = range.Split('-');
            for (var (number, last) = (Number(ends[0]), Number(ends[^1])); number <= last; number++)
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
