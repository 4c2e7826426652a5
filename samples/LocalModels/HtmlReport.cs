using System.Globalization;
using System.Net;
using System.Text;
using BatchMigrate;

namespace LocalModels;

/// <summary>The figures as one HTML page that needs nothing but itself: no script, no style, no image from anywhere.</summary>
internal static class HtmlReport
{
    // Whatever a model has written, a browser neither runs nor loads anything of it.
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width">
        <title>Local models</title>
        <style>
        :root { color-scheme: light dark; }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
        th, td { padding: .25rem .75rem; text-align: right; border-bottom: 1px solid #8886; }
        th:first-child, td:first-child { text-align: left; }
        svg { max-width: 100%; height: auto; }
        svg text { font-size: 14px; fill: currentColor; }
        svg .label { text-anchor: end; }
        .bar { fill: #4a7dbd; }
        .range { stroke: currentColor; fill: none; opacity: .6; }
        .answer { white-space: pre-wrap; }
        </style>
        </head>
        <body>
        <h1>Local models</h1>

        """;

    /// <summary>The page.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="server">The server's name.</param>
    /// <param name="generation">What was generated; null where nothing was.</param>
    /// <param name="comparison">What was compared; null where nothing was.</param>
    public static string Of(Options options, string server, Generation? generation, ModelComparison? comparison)
    {
        var page = new StringBuilder(Head);
        page.Append("<p>Server: ").Append(Encode(server)).Append("</p>\n");
        if (generation is not null)
        {
            Append(page, options, generation);
        }

        if (comparison is not null)
        {
            Append(page, options, comparison);
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder page, Options options, Generation generation)
    {
        var table = generation.Table();
        page.Append("<h2>").Append(Encode(Format($"{generation.Prompts.Count} prompts to {options.Model}"))).Append("</h2>\n<h3>Seconds</h3>\n");
        page.Append(BarChart.Svg("Seconds", "0.00", [.. new[] { generation.OneAtATime.Batch.Elapsed, generation.Concurrent.Batch.Elapsed, generation.Concurrent.BoundAfter(generation.OneAtATime) }
            .Select((time, row) => new Bar(table[row + 1][0], time.TotalSeconds))])).Append('\n');
        AppendTable(page, table);
        page.Append("<ol>\n");
        foreach (var (prompt, answer) in generation.Outcomes())
        {
            page.Append("<li>").Append(Encode(prompt)).Append("<p class=\"answer\">").Append(Encode(answer)).Append("</p></li>\n");
        }

        page.Append("</ol>\n");
    }

    private static void Append(StringBuilder page, Options options, ModelComparison comparison)
    {
        page.Append("<h2>").Append(Encode(Format($"{options.Models.Count} models, {options.Runs} runs each"))).Append("</h2>\n<p>").Append(Encode(options.Prompt)).Append("</p>\n");
        page.Append("<h3>Seconds an answer: mean, shortest and longest</h3>\n");
        page.Append(BarChart.Svg("Seconds an answer", "0.00", [.. comparison.Models.Select(model => new Bar(
            model.Name,
            model.Latency?.Mean.TotalSeconds,
            model.Latency is { } latency ? (latency.Min.TotalSeconds, latency.Max.TotalSeconds) : null))])).Append('\n');
        page.Append("<h3>Tokens a second</h3>\n");
        page.Append(BarChart.Svg("Tokens a second", "0.0", [.. comparison.Models.Select(model => new Bar(model.Name, model.OutputTokensPerSecond))])).Append('\n');
        page.Append("<h3>Failures</h3>\n");
        page.Append(BarChart.Svg("Failures", "0", [.. comparison.Models.Select(model => new Bar(model.Name, model.Failed))])).Append('\n');
        AppendTable(page,
        [
            ["model", "answered", "failed", "seconds", "first token", "tokens/s", "tokens"],
            .. comparison.Models.Select(model => new[]
            {
                model.Name,
                Format($"{model.Answers} of {model.Requests}"),
                model.FirstFailure is { Error: { } error } ? Format($"{model.Failed}: {Failures.Describe(error)}") : "0",
                Format($"{model.Latency?.Mean.TotalSeconds:0.00}"),
                Format($"{model.TimeToFirstToken?.Mean.TotalSeconds:0.00}"),
                Format($"{model.OutputTokensPerSecond:0.0}"),
                Format($"{model.Usage?.OutputTokens}"),
            }),
        ]);
        foreach (var model in comparison.Models)
        {
            if (comparison.Runs.FirstOrDefault(run => run.Model == model.Name && run.Succeeded) is { } run)
            {
                page.Append("<h3>").Append(Encode(model.Name)).Append("</h3>\n<p class=\"answer\">").Append(Encode(run.Answer!)).Append("</p>\n");
            }
        }
    }

    private static void AppendTable(StringBuilder page, string[][] rows)
    {
        page.Append("<table>\n");
        foreach (var (index, row) in rows.Index())
        {
            var cell = index == 0 ? "th" : "td";
            page.Append("<tr>").AppendJoin("", row.Select(text => $"<{cell}>{Encode(text)}</{cell}>")).Append("</tr>\n");
        }

        page.Append("</table>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
