using System.Diagnostics;
using System.Globalization;
using BatchMigrate;
using DocGen.Generating;
using DocGen.Reading;
using SimulatedProvider;

namespace DocGen;

/// <summary>The figures of one way to document a folder.</summary>
/// <param name="Mode">The way.</param>
/// <param name="Requests">Requests that were sent.</param>
/// <param name="Rejected">Those that the provider rejected as too many.</param>
/// <param name="NotDocumented">Symbols without documentation in the end.</param>
/// <param name="Counters">What the provider counted.</param>
/// <param name="Cost">What its tokens cost.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Bound">How long it takes at least, for what was answered.</param>
internal sealed record ModeFigures(string Mode, int Requests, int Rejected, int NotDocumented, ProviderCounters Counters, decimal Cost, TimeSpan Elapsed, TimeSpan Bound);

/// <summary>Documents the same symbols in both modes, each against a simulated provider of its own with the same limit of tokens a minute.</summary>
internal sealed class Comparison(CodeBase code, DocGenOptions options)
{
    /// <summary>The limit of the published run.</summary>
    public const int TokensPerMinute = 30_000;

    /// <summary>A provider as in the published run: about two thirds of a second for a single answer, longer for longer ones.</summary>
    public static SimulatedProviderOptions Usual { get; } = new()
    {
        TokensPerMinute = TokensPerMinute,
        Latency = LatencyDistribution.Fixed(TimeSpan.FromMilliseconds(500)),
        TokenLatency = TimeSpan.FromMilliseconds(5),
        AnswerWords = 16,
    };

    /// <summary>Runs the modes one after another.</summary>
    /// <param name="provider">How the provider answers.</param>
    /// <param name="waits">Whether to run also the way that has no failures and waits for the limit instead.</param>
    /// <param name="progress">Makes a progress bar with a label.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<ModeFigures>> RunAsync(SimulatedProviderOptions provider, bool waits, Func<string, IProgress<BatchProgress>?> progress, CancellationToken cancellationToken)
    {
        var context = await LoadContextAsync(cancellationToken);
        var symbols = code.Symbols;
        var all = new List<ModeFigures>
        {
            await MeasureAsync("per symbol, one after another", provider, context, retries: false, atATime: 1, async generator => symbols.Count - await generator.OneAfterAnotherAsync(symbols, cancellationToken), cancellationToken),
        };
        var sending = new BatchOptions();
        if (waits)
        {
            all.Add(await MeasureAsync(
                "per symbol, CompleteBatchAsync",
                provider,
                context,
                retries: true,
                sending.MaxConcurrency,
                async generator => (await generator.OneByOneAsync(symbols, new BatchOptions { Progress = progress("per symbol") }, cancellationToken)).Failed.Count,
                cancellationToken));
        }

        var packs = new BatchOptions { Pack = new PackLimits { MaxItems = options.BatchSize, MaxTokens = options.MaxBatchTokens }, Progress = progress("batch mode") };
        all.Add(await MeasureAsync("batch mode, PackBatchAsync", provider, context, retries: true, packs.MaxConcurrency, async generator => (await generator.InPacksAsync(symbols, packs, cancellationToken)).Failed.Count, cancellationToken));
        return all;
    }

    /// <summary>The table.</summary>
    public IEnumerable<string> Table(IReadOnlyList<ModeFigures> modes)
    {
        string[][] rows =
        [
            ["mode", "requests", "rejected", "not documented", "tokens in", "tokens out", "cost", "seconds", "bound"],
            .. modes.Select(mode => (string[])
            [
                mode.Mode,
                Text($"{mode.Requests}"),
                Text($"{mode.Rejected}"),
                Text($"{mode.NotDocumented} of {code.Symbols.Count}"),
                Text($"{mode.Counters.InputTokens:#,0}"),
                Text($"{mode.Counters.OutputTokens:#,0}"),
                Text($"{mode.Cost:0.0000}"),
                Text($"{mode.Elapsed.TotalSeconds:0.0}"),
                Text($"{mode.Bound.TotalSeconds:0.0}"),
            ]),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
    }

    private async Task<SemanticContext> LoadContextAsync(CancellationToken cancellationToken)
    {
        if (!options.IncludeSemanticContext)
        {
            return SemanticContext.None;
        }

        await using var provider = await Provider.StartAsync(null, "none", new SimulatedProviderOptions(), retries: true, cancellationToken);
        return await SemanticContext.LoadAsync(provider.Client.GetEmbeddingClient(options.EmbeddingModel), code, new BatchOptions(), cancellationToken);
    }

    private async Task<ModeFigures> MeasureAsync(
        string mode, SimulatedProviderOptions simulated, SemanticContext context, bool retries, int atATime, Func<Generator, Task<int>> runAsync, CancellationToken cancellationToken)
    {
        await using var provider = await Provider.StartAsync(null, "none", simulated, retries, cancellationToken);
        var watch = Stopwatch.StartNew();
        var notDocumented = await runAsync(new Generator(provider, options.Model, context));
        watch.Stop();
        var counters = provider.Counters;
        var usage = new BatchUsage(counters.InputTokens, counters.OutputTokens, counters.InputTokens + counters.OutputTokens);
        return new ModeFigures(
            mode, provider.Requests.Sent, provider.Requests.Rejected, notDocumented, counters, ModelPricing.BuiltIn.PriceOf(options.Model)?.CostOf(usage) ?? 0, watch.Elapsed, BoundOf(counters, usage.TotalTokens, atATime));
    }

    /// <summary>All latencies over those at a time, the longest one, and the time in which the limit grants what the full bucket at the beginning does not hold.</summary>
    private static TimeSpan BoundOf(ProviderCounters counters, long tokens, int atATime) => TimeSpan.FromMilliseconds(Math.Max(
        Math.Max(counters.LatencySumMs / atATime, counters.LatencyMaxMs),
        Math.Max(0, tokens - TokensPerMinute) * 60_000.0 / TokensPerMinute));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
