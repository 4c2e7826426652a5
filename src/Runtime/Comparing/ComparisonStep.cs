using BatchMigrate.Engine;

namespace BatchMigrate.Comparing;

/// <summary>Sends the prompts of a comparison to one model, by their numbers: all of them, and then all of them again.</summary>
internal sealed class ComparisonStep(ComparedModel model, string[] prompts, bool stream, TimeProvider clock) : BatchStep<int, ModelCall, ModelAnswer>
{
    internal override bool IsModelCall => true;

    internal override RateLimit? CountedBy => model.CountedBy;

    internal override bool Prepare(int item, out ModelCall request)
    {
        request = model.Prepare(prompts[item % prompts.Length]);
        return true;
    }

    internal override ValueTask<ModelAnswer> SendAsync(ModelCall request, CancellationToken cancellationToken) => new(request.AskAsync(stream, clock, cancellationToken));

    internal override BatchUsage? UsageOf(ModelAnswer result) => result.Usage;

    internal override string? ModelOf(ModelCall request, ModelAnswer result) => result.Model;

    internal override TokenRequest? Describe(ModelCall request) => request.Size;
}
