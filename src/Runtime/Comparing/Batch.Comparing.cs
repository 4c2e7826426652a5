using BatchMigrate.Comparing;

namespace BatchMigrate;

/// <content>Models side by side.</content>
public static partial class Batch
{
    /// <summary>Asks several models the same prompts and measures latency, time to first token, output tokens a second, failures, tokens and cost.</summary>
    /// <param name="models">The models, in the order of the result; a <see cref="OpenAI.Chat.ChatClient"/> may stand for its model.</param>
    /// <param name="prompts">The prompts, each sent as one user message unless the model has its own <c>messages</c>.</param>
    /// <param name="runs">How often each model is asked each prompt. What is measured is averaged over the runs.</param>
    /// <param name="options">What is measured; null for the defaults.</param>
    /// <param name="batchOptions">
    /// How it is sent; null for the defaults. <see cref="BatchOptions.MaxConcurrency"/> is <b>1</b> here where it is not set, because requests at the same time lengthen one
    /// another's latencies. Models are asked one after another in any case. <see cref="BatchOptions.MaxCost"/> and <see cref="BatchOptions.Progress"/> are for the whole comparison,
    /// <see cref="BatchOptions.OnFailure"/> and <see cref="BatchTimeouts.Batch"/> for each model. There is no <see cref="BatchOptions.Checkpoint"/>.
    /// </param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    /// <returns>The figures. A request that fails, and a model that does not exist, are figures as well and spoil no others.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="models"/> or <paramref name="prompts"/> is null.</exception>
    /// <exception cref="ArgumentException">A model or a prompt is null, two models have the same name, or a checkpoint is set.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="runs"/> is less than 1.</exception>
    /// <exception cref="ComparisonCanceledException">The token was cancelled. What was measured until then is in the exception.</exception>
    public static Task<ModelComparison> CompareModelsAsync(
        IEnumerable<ComparedModel> models,
        IEnumerable<string> prompts,
        int runs = 3,
        ComparisonOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(prompts);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        ComparedModel[] allModels = [.. models];
        string[] allPrompts = [.. prompts];
        if (Array.Exists(allModels, static model => model is null))
        {
            throw new ArgumentException("A model is null.", nameof(models));
        }

        if (allModels.GroupBy(static model => model.Name).FirstOrDefault(static same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two models are called '{twice.Key}'. Give each a name of its own.", nameof(models));
        }

        if (Array.Exists(allPrompts, static prompt => prompt is null))
        {
            throw new ArgumentException("A prompt is null.", nameof(prompts));
        }

        if (batchOptions?.Checkpoint is not null)
        {
            throw new ArgumentException($"{nameof(BatchOptions.Checkpoint)} is not for comparisons: an answer that is read from a file has no latency.", nameof(batchOptions));
        }

        return new ComparisonRun(allModels, allPrompts, runs, options ?? new(), batchOptions ?? BatchOptions.Default, cancellationToken).RunAsync();
    }
}
