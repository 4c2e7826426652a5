using BatchMigrate.Comparing;

namespace BatchMigrate;

/// <summary>What a comparison of models has measured.</summary>
public sealed class ModelComparison
{
    internal ModelComparison(IReadOnlyList<ModelFigures> models, TimeSpan elapsed)
    {
        Models = models;
        Runs = [.. models.SelectMany(static model => model.Prompts.SelectMany(static prompt => prompt.Runs).OrderBy(static run => run.Run).ThenBy(static run => run.Prompt))];
        Elapsed = elapsed;
    }

    /// <summary>The figures of each model, in the order in which they were given.</summary>
    public IReadOnlyList<ModelFigures> Models { get; }

    /// <summary>Every single request, by model, run and prompt, with its answer or its error.</summary>
    public IReadOnlyList<ModelRun> Runs { get; }

    /// <summary>How long the comparison took, warm-ups included.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>The figures of the models as a table for a console. Nothing of prompts and answers is in it.</summary>
    /// <returns>A line for each model below a header, none behind the last; times in seconds, costs in the currency of <see cref="BatchOptions.Pricing"/>, <c>-</c> where something is not known.</returns>
    public override string ToString() => ComparisonTable.ToText(Models);

    /// <summary>The same table in Markdown.</summary>
    /// <returns>The table.</returns>
    public string ToMarkdown() => ComparisonTable.ToMarkdown(Models);
}

/// <summary>A comparison of models was cancelled by its caller. What was measured until then is not lost.</summary>
public sealed class ComparisonCanceledException : OperationCanceledException
{
    internal ComparisonCanceledException(ModelComparison partial, CancellationToken token)
        : base("The comparison was cancelled.", token) => Partial = partial;

    /// <summary>The models that had been asked, with the requests that had ended.</summary>
    public ModelComparison Partial { get; }
}
