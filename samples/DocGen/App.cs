using System.Globalization;
using BatchMigrate;
using DocGen.Generating;
using DocGen.Reading;
using SimulatedProvider;

namespace DocGen;

/// <summary>The program: what it says goes to one writer, how far it is and what went wrong to another.</summary>
/// <param name="output">Results.</param>
/// <param name="errors">Progress and errors.</param>
/// <param name="progress">Makes a progress bar with a label.</param>
internal sealed class App(TextWriter output, TextWriter errors, Func<string, IProgress<BatchProgress>?> progress)
{
    // As fast as a small model; there is no limit but that of --compare.
    private static readonly SimulatedProviderOptions Simulated = new() { Latency = LatencyDistribution.LogNormal(TimeSpan.FromMilliseconds(150), 0.3), TokenLatency = TimeSpan.FromMilliseconds(1), AnswerWords = 16 };

    /// <summary>Does what is asked for, and tells whether all of it could be done.</summary>
    /// <exception cref="DocGenException">It cannot be done.</exception>
    public async Task<bool> RunAsync(DocGenOptions options, CancellationToken cancellationToken)
    {
        var code = CodeReader.Read(options.Folder);
        if (options.Compare)
        {
            await CompareAsync(code, options, cancellationToken);
            return true;
        }

        await using var provider = await Provider.StartAsync(options.Endpoint, options.ApiKey, Simulated, retries: true, cancellationToken);
        if (options.Estimate)
        {
            await EstimateAsync(provider, code, options);
            return true;
        }

        var context = options.IncludeSemanticContext
            ? await SemanticContext.LoadAsync(provider.Client.GetEmbeddingClient(options.EmbeddingModel), code, Sending(options, "embeddings", ".vectors"), cancellationToken)
            : SemanticContext.None;
        if (context.Failed > 0)
        {
            errors.WriteLine(Text($"warning: {context.Failed} symbols could not be embedded and have no neighbours."));
        }

        var generator = new Generator(provider, options.Model, context);
        var texts = await (options.ProviderBatch ? generator.LaterAsync(code.Symbols, new ProviderBatchOptions { ResumeFile = options.Resume }, cancellationToken)
            : options.BatchMode ? generator.InPacksAsync(code.Symbols, Sending(options, "symbols"), cancellationToken)
            : generator.OneByOneAsync(code.Symbols, Sending(options, "symbols"), cancellationToken));
        MarkdownFolder.Write(options.Output, code, texts, context);
        foreach (var (symbol, text) in code.Symbols.Zip(texts).Where(pair => !pair.Second.Succeeded))
        {
            errors.WriteLine($"error: {symbol.File}:{symbol.Line} {symbol.Name}: {text.Error!.Message.ReplaceLineEndings(" ")}");
        }

        output.WriteLine(Text($"{texts.Count - texts.Failed.Count} of {texts.Count} symbols of {code.Files.Count} files are documented in {options.Output}."));
        output.WriteLine(Text($"{provider.Requests.Sent} requests, {provider.Requests.Rejected} rejected, {texts.Count(item => item.FromCheckpoint)} answers kept from before, {texts.Usage.TotalTokens} tokens, {Cost(texts.Cost)}."));
        return texts.Failed.Count == 0;
    }

    private async Task CompareAsync(CodeBase code, DocGenOptions options, CancellationToken cancellationToken)
    {
        var comparison = new Comparison(code, options);
        output.WriteLine(Text($"{code.Symbols.Count} symbols, a limit of {Comparison.TokensPerMinute} tokens a minute, a simulated provider."));
        errors.WriteLine("per symbol, one after another ...");
        var figures = await comparison.RunAsync(Comparison.Usual, waits: true, progress, cancellationToken);
        output.WriteLine();
        foreach (var line in comparison.Table(figures))
        {
            output.WriteLine(line);
        }

        output.WriteLine();
        output.WriteLine("bound: all latencies over the requests at a time, the longest one, or the tokens beyond the first minute's at the limit, whichever is longest; for what was answered.");
        output.WriteLine("published: per symbol 67 requests, 27 of 67 not documented, 26 s; batch mode 5 requests, all documented, about 6 s.");
    }

    private async Task EstimateAsync(Provider provider, CodeBase code, DocGenOptions options)
    {
        var sending = Sending(options, "", keeps: null);
        var context = SemanticContext.None;
        if (options.IncludeSemanticContext)
        {
            context = SemanticContext.OfTheSameLength(code);
            Say("embeddings", await provider.Client.GetEmbeddingClient(options.EmbeddingModel).EstimateAsync(code.Symbols, Prompts.ToEmbed, batchOptions: sending), 1);
        }

        var estimate = await new Generator(provider, options.Model, context).EstimateAsync(code.Symbols, options.BatchMode, sending);
        Say(options.BatchMode ? "batch mode" : options.ProviderBatch ? "24-hour service" : "per symbol", estimate, options.ProviderBatch ? new ProviderBatchOptions().PriceFactor : 1);
    }

    private void Say(string what, BatchEstimate estimate, decimal factor) => output.WriteLine(Text(
        $"{what}: {estimate.Items} symbols, {estimate.Requests} requests, {estimate.Low.InputTokens} to {estimate.High.InputTokens} tokens in, {estimate.Low.OutputTokens} to {estimate.High.OutputTokens} out, {Cost(estimate.CostLow * factor)} to {Cost(estimate.CostHigh * factor)}"));

    private BatchOptions Sending(DocGenOptions options, string label, string? keeps = "") => new()
    {
        Pack = label == "embeddings" ? null : new PackLimits { MaxItems = options.BatchSize, MaxTokens = options.MaxBatchTokens },
        Checkpoint = keeps is not null && options.Resume is { } file ? new BatchCheckpoint(file + keeps) : null,
        Progress = keeps is null ? null : progress(label),
    };

    private static string Cost(decimal? cost) => cost is { } known ? Text($"{known:0.000000} dollars") : "at a price that is not known";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
