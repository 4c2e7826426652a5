using System.Globalization;
using BatchMigrate;

namespace LocalModels;

/// <summary>Generates, compares, and reports both.</summary>
/// <param name="output">Where results go.</param>
/// <param name="progress">Makes a progress bar with a label.</param>
/// <param name="pace">What the times of the simulated server are multiplied with: 1 for people, less for tests.</param>
internal sealed class App(TextWriter output, Func<string, IProgress<BatchProgress>> progress, double pace = 1)
{
    private const int FailingPrompt = 7;

    /// <summary>Does what the options say.</summary>
    /// <exception cref="RunFailedException">The server cannot be used, nothing was answered, or a file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task RunAsync(Options options, CancellationToken cancellationToken = default)
    {
        await using var server = await ModelServer.StartAsync(options, pace, cancellationToken);
        output.WriteLine($"Server: {server.Name}");
        var generation = options.Generates ? await GenerateAsync(server, options, cancellationToken) : null;
        var comparison = options.Compares ? await CompareAsync(server, options, cancellationToken) : null;

        WriteReport(options.Report, HtmlReport.Of(options, server.Name, generation, comparison));
        output.WriteLine();
        output.WriteLine($"The charts are in {Path.GetFullPath(options.Report)}");
        if (generation?.Concurrent.Answered == 0 || comparison?.Runs.Any(run => run.Succeeded) == false)
        {
            throw new RunFailedException("nothing was answered.");
        }
    }

    private async Task<Generation> GenerateAsync(ModelServer server, Options options, CancellationToken cancellationToken)
    {
        var prompts = ReadPrompts(options, server.IsSimulated);
        var client = server.ClientOf(options.Model);
        output.WriteLine();
        output.WriteLine($"{prompts.Count} prompts to {options.Model}");

        // A local server loads a model when it is first asked for: that is not to be counted. It also shows whether the server can be used at all.
        var first = await client.CompleteBatchAsync(prompts.Take(1), batchOptions: new BatchOptions { Retry = RetryOptions.None }, cancellationToken: cancellationToken);
        if (first.Failed is [{ Error: { } error }])
        {
            throw new RunFailedException($"{options.Model} at {server.Name}: {Failures.Describe(error)}.");
        }

        var generation = new Generation(
            prompts,
            await GenerationRun.TakeAsync(client, prompts, maxConcurrent: 1, TimeSpan.Zero, progress("one at a time"), cancellationToken),
            await GenerationRun.TakeAsync(client, prompts, options.MaxConcurrent, options.Delay, progress(Text($"{options.MaxConcurrent} at a time")), cancellationToken));
        output.WriteLine();
        foreach (var line in TextTable.Lines(generation.Table()))
        {
            output.WriteLine(line);
        }

        output.WriteLine();
        foreach (var (index, (prompt, answer)) in generation.Outcomes().Index())
        {
            output.WriteLine(Text($"{index + 1,3}. {prompt}"));
            output.WriteLine($"     {TextTable.OneLine(answer)}");
        }

        return generation;
    }

    private async Task<ModelComparison> CompareAsync(ModelServer server, Options options, CancellationToken cancellationToken)
    {
        output.WriteLine();
        output.WriteLine(Text($"{options.Models.Count} models, {options.Runs} runs each: \"{options.Prompt}\""));
        var comparison = await Batch.CompareModelsAsync(
            options.Models.Select(model => new ComparedModel(server.ClientOf(model), model)),
            [options.Prompt],
            options.Runs,
            new ComparisonOptions { WarmUp = true },
            // What fails is to be seen, not tried until it does not.
            new BatchOptions { Retry = RetryOptions.None, Progress = progress("comparing") },
            cancellationToken);
        output.WriteLine();
        output.WriteLine(comparison.ToString());
        foreach (var model in comparison.Models.Where(model => model.FirstFailure is not null))
        {
            output.WriteLine($"{model.Name}: {Failures.Describe(model.FirstFailure!.Error!)}");
        }

        return comparison;
    }

    private static IReadOnlyList<string> ReadPrompts(Options options, bool isSimulated)
    {
        if (options.PromptFile is null)
        {
            // The simulated server refuses what is marked so. A real one would take the mark for text.
            return isSimulated ? [.. Prompts.All.Select((prompt, index) => index == FailingPrompt ? $"{prompt} [simulate:400]" : prompt)] : Prompts.All;
        }

        try
        {
            string[] prompts = [.. File.ReadLines(options.PromptFile).Where(line => !string.IsNullOrWhiteSpace(line))];
            return prompts.Length > 0 ? prompts : throw new RunFailedException($"there is no prompt in {options.PromptFile}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunFailedException($"cannot read the prompts: {e.Message}");
        }
    }

    /// <summary>Writes the report beside its place and moves it there, so that an older one stays whole until then.</summary>
    private static void WriteReport(string path, string html)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(temporary, html);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new RunFailedException($"cannot write the report: {e.Message}");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
