namespace BatchMigrate;

/// <summary>What was measured over some requests.</summary>
public abstract class ComparisonFigures
{
    private protected ComparisonFigures(IReadOnlyList<ModelRun> runs)
    {
        List<ModelRun> answers = [.. runs.Where(static run => run.Succeeded)];
        List<ModelRun> counted = [.. answers.Where(static run => run.OutputTokensPerSecond is not null)];
        Requests = runs.Count;
        Answers = answers.Count;
        FirstFailure = runs.FirstOrDefault(static run => !run.Succeeded);
        Latency = DurationFigures.Of(answers.Select(static run => run.Latency));
        TimeToFirstToken = DurationFigures.Of(answers.Select(static run => run.TimeToFirstToken));
        OutputTokensPerSecond = counted.Count == 0 ? null : counted.Sum(static run => run.Usage!.Value.OutputTokens) / counted.Sum(static run => run.Latency!.Value.TotalSeconds);
        foreach (var answer in answers)
        {
            Usage = answer.Usage is { } usage ? (Usage ?? default) + usage : Usage;
        }

        Cost = answers.Count > 0 && answers.TrueForAll(static run => run.Cost is not null) ? answers.Sum(static run => run.Cost!.Value) : null;
    }

    /// <summary>How many requests there were.</summary>
    public int Requests { get; }

    /// <summary>How many of them were answered. The times are those of these.</summary>
    public int Answers { get; }

    /// <summary>How many were not.</summary>
    public int Failed => Requests - Answers;

    /// <summary>The first request that was not answered; null where all were.</summary>
    public ModelRun? FirstFailure { get; }

    /// <summary>The time from the start of a request to the end of its answer; null where nothing was answered.</summary>
    public DurationFigures? Latency { get; }

    /// <summary>The time from the start of a request to the first piece of its answer; null where nothing was streamed.</summary>
    public DurationFigures? TimeToFirstToken { get; }

    /// <summary>
    /// The output tokens that the provider counted, divided by the latencies of the answers that they belong to, so that long answers weigh more than short ones; null where nothing was
    /// counted.
    /// </summary>
    public double? OutputTokensPerSecond { get; }

    /// <summary>The tokens that the provider counted, added up; null where it counted none.</summary>
    public BatchUsage? Usage { get; }

    /// <summary>What the answers cost together; null where the cost of one of them is not known, or there is none.</summary>
    public decimal? Cost { get; }

    /// <summary>What an answer costs on average; null where <see cref="Cost"/> is.</summary>
    public decimal? CostPerAnswer => Cost / Answers;
}

/// <summary>What was measured of one model.</summary>
public sealed class ModelFigures : ComparisonFigures
{
    internal ModelFigures(string name, IReadOnlyList<ModelRun> runs, ModelRun? warmUp, Exception? stoppedBy)
        : base(runs)
    {
        Name = name;
        Prompts = [.. runs.GroupBy(static run => run.Prompt).OrderBy(static group => group.Key).Select(static group => new PromptFigures(group.Key, [.. group]))];
        WarmUp = warmUp;
        StoppedBy = stoppedBy;
    }

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>The same for each prompt, in the order of the prompts.</summary>
    public IReadOnlyList<PromptFigures> Prompts { get; }

    /// <summary>The request that was sent before the others, and is in none of the figures; null where there was none.</summary>
    public ModelRun? WarmUp { get; }

    /// <summary>What kept the rest of the requests from being sent, for instance a key that is not accepted; null where nothing did.</summary>
    public Exception? StoppedBy { get; }
}

/// <summary>What was measured of one model with one prompt.</summary>
public sealed class PromptFigures : ComparisonFigures
{
    internal PromptFigures(int prompt, IReadOnlyList<ModelRun> runs)
        : base(runs)
    {
        Prompt = prompt;
        Runs = runs;
    }

    /// <summary>The prompt's place among the prompts, from zero.</summary>
    public int Prompt { get; }

    /// <summary>The single requests, in the order of the runs.</summary>
    public IReadOnlyList<ModelRun> Runs { get; }
}
