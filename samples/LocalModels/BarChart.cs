using System.Globalization;
using System.Net;
using System.Text;

namespace LocalModels;

/// <summary>A bar of a chart.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">Its length; null where nothing was measured.</param>
/// <param name="Range">The smallest and the largest of what the value is the mean of.</param>
internal sealed record Bar(string Label, double? Value, (double Least, double Most)? Range = null);

/// <summary>Draws bars as an SVG image that stands in an HTML page by itself.</summary>
internal static class BarChart
{
    private const int Width = 720;
    private const int Left = 220;
    private const int Right = 110;
    private const int RowHeight = 34;
    private const int LongestLabel = 26;

    /// <summary>The image. Labels and title may hold any text.</summary>
    public static string Svg(string title, string format, IReadOnlyList<Bar> bars)
    {
        var longest = bars.Max(bar => Math.Max(bar.Value ?? 0, bar.Range?.Most ?? 0));
        var scale = longest > 0 ? (Width - Left - Right) / longest : 0;
        var svg = new StringBuilder();
        Append($"<svg role=\"img\" viewBox=\"0 0 {Width} {(bars.Count * RowHeight) + 8}\" width=\"{Width}\">\n<title>{Encode(title)}</title>\n");
        foreach (var (row, bar) in bars.Index())
        {
            var top = (row * RowHeight) + 4;
            var middle = top + ((RowHeight - 8) / 2);
            Append($"<text class=\"label\" x=\"{Left - 10}\" y=\"{middle + 5}\">{Encode(Shorten(bar.Label))}</text>\n");
            if (bar.Value is { } value)
            {
                Append($"<rect class=\"bar\" x=\"{Left}\" y=\"{top}\" width=\"{Math.Max(1, value * scale):0.0}\" height=\"{RowHeight - 8}\" rx=\"3\"/>\n");
            }

            if (bar.Range is var (least, most))
            {
                Append($"<path class=\"range\" d=\"M{Left + (least * scale):0.0} {middle}H{Left + (most * scale):0.0}M{Left + (least * scale):0.0} {middle - 5}v10M{Left + (most * scale):0.0} {middle - 5}v10\"/>\n");
            }

            var end = Left + (Math.Max(bar.Value ?? 0, bar.Range?.Most ?? 0) * scale) + 8;
            Append($"<text x=\"{end:0.0}\" y=\"{middle + 5}\">{Encode(bar.Value?.ToString(format, CultureInfo.InvariantCulture) ?? "no answer")}</text>\n");
        }

        return svg.Append("</svg>").ToString();

        void Append(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));
    }

    private static string Shorten(string label) => label.Length <= LongestLabel ? label : $"{label[..(LongestLabel - 1)]}…";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
