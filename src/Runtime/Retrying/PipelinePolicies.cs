using System.ClientModel.Primitives;

namespace BatchMigrate.Retrying;

/// <summary>Takes the place of a client's retry policy: calls of a batch are tried once, because the batch retries them, all others as <paramref name="own"/> does it.</summary>
internal sealed class BatchRetryPolicy(PipelinePolicy own) : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        if (LeaveToBatch())
        {
            ProcessNext(message, pipeline, currentIndex);
        }
        else
        {
            own.Process(message, pipeline, currentIndex);
        }
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
        LeaveToBatch() ? ProcessNextAsync(message, pipeline, currentIndex) : own.ProcessAsync(message, pipeline, currentIndex);

    private static bool LeaveToBatch() => AttemptScope.Current?.TryLeaveRetries() == true;
}

/// <summary>Shows every response to the attempt that it belongs to.</summary>
internal sealed class BatchReadingPolicy : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        ProcessNext(message, pipeline, currentIndex);
        AttemptScope.Current?.Observe(message.Response);
    }

    public override async ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        await ProcessNextAsync(message, pipeline, currentIndex).ConfigureAwait(false);
        AttemptScope.Current?.Observe(message.Response);
    }
}
