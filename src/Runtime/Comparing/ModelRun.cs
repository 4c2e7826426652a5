using BatchMigrate.Comparing;
using BatchMigrate.Retrying;

namespace BatchMigrate;

/// <summary>One request of a comparison: what a model made of a prompt in a run.</summary>
public sealed class ModelRun
{
    internal ModelRun(string model, int run, int prompt, BatchItem<ModelAnswer> item, BatchOptions options)
    {
        Model = model;
        Run = run;
        Prompt = prompt;
        Attempts = item.Attempts;
        Usage = item.Usage;
        Cost = item.Cost;
        Error = item.Error;
        if (item.Succeeded)
        {
            var answer = item.Response;
            Answer = answer.Text;
            Latency = answer.Latency;
            TimeToFirstToken = answer.TimeToFirstToken;
            OutputTokensPerSecond = Usage is { } usage && answer.Latency > TimeSpan.Zero ? usage.OutputTokens / answer.Latency.TotalSeconds : null;
        }
        else if (Error is { } error)
        {
            FailureKind = FailureClassifier.Classify(error, FailureClassifier.ReplyIn(error, options.TimeProvider), options.Retry ?? RetryOptions.Default).Kind;
        }
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The number of the run, from zero.</summary>
    public int Run { get; }

    /// <summary>The prompt's place among the prompts, from zero.</summary>
    public int Prompt { get; }

    /// <summary>Whether there is an answer.</summary>
    public bool Succeeded => Answer is not null;

    /// <summary>The text of the answer; null where there is none.</summary>
    public string? Answer { get; }

    /// <summary>The time from the start of the request to the end of its answer. Where it was sent more than once that of the attempt which was answered, without the waits between them.</summary>
    public TimeSpan? Latency { get; }

    /// <summary>The time from the start of the request to the first piece of its answer: text, reasoning where it is told, or a call of a tool. Null where nothing was streamed.</summary>
    public TimeSpan? TimeToFirstToken { get; }

    /// <summary>The output tokens divided by <see cref="Latency"/>; null where the provider did not count them. They are never guessed.</summary>
    public double? OutputTokensPerSecond { get; }

    /// <summary>The tokens that the provider counted; null where it did not.</summary>
    public BatchUsage? Usage { get; }

    /// <summary>What <see cref="Usage"/> costs by <see cref="BatchOptions.Pricing"/>; null where the model's price or the usage is not known.</summary>
    public decimal? Cost { get; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; }

    /// <summary>Why there is no answer; null where there is one.</summary>
    public Exception? Error { get; }

    /// <summary>What <see cref="Error"/> says; null where there is an answer.</summary>
    public BatchFailureKind? FailureKind { get; }

    /// <summary>Says which request this is and what became of it, never what it holds.</summary>
    /// <returns>For instance <c>ModelRun gpt-4o, run 0, prompt 2: Succeeded</c>.</returns>
    public override string ToString() => $"{nameof(ModelRun)} {Model}, run {Run}, prompt {Prompt}: {(Succeeded ? nameof(Succeeded) : FailureKind)}";
}
