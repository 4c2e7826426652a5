using System.ClientModel;
using BatchMigrate;
using OpenAI.Chat;

namespace LocalModels;

/// <summary>All prompts once, so many at a time.</summary>
/// <param name="MaxConcurrent">The most requests at a time.</param>
/// <param name="Delay">The least time between the starts of two.</param>
/// <param name="Batch">What came of each prompt, in the order of the prompts.</param>
internal sealed record GenerationRun(int MaxConcurrent, TimeSpan Delay, BatchResult<ClientResult<ChatCompletion>> Batch)
{
    public int Answered => Batch.Count - Batch.Failed.Count;

    /// <summary>The tokens of all answers by the time that they took together.</summary>
    public double TokensPerSecond => Batch.Usage.OutputTokens / Batch.Elapsed.TotalSeconds;

    /// <summary>Generates.</summary>
    public static async Task<GenerationRun> TakeAsync(
        ChatClient client, IReadOnlyList<string> prompts, int maxConcurrent, TimeSpan delay, IProgress<BatchProgress> progress, CancellationToken cancellationToken)
    {
        var sending = new BatchOptions { MaxConcurrency = maxConcurrent, Pacing = delay, Progress = progress };
        return new GenerationRun(maxConcurrent, delay, await client.CompleteBatchAsync(prompts, batchOptions: sending, cancellationToken: cancellationToken));
    }

    /// <summary>The least time for the same answers: what they take one after another shared by all, and the delays between the starts.</summary>
    public TimeSpan BoundAfter(GenerationRun oneAtATime)
    {
        var (shared, starts) = (oneAtATime.Batch.Elapsed / MaxConcurrent, Delay * Math.Max(0, Batch.Count - 1));
        return shared > starts ? shared : starts;
    }
}
