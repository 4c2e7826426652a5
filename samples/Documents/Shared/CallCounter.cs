using System.ClientModel.Primitives;

namespace Documents;

/// <summary>Counts the requests that leave the program.</summary>
public sealed class CallCounter : PipelinePolicy
{
    private int _calls;

    public int Calls => _calls;

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Interlocked.Increment(ref _calls);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Interlocked.Increment(ref _calls);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }
}
