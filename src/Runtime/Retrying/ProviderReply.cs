using System.ClientModel.Primitives;
using BatchMigrate.Limiting;

namespace BatchMigrate.Retrying;

/// <summary>What one HTTP response of a provider says to the batch beside its answer.</summary>
internal sealed class ProviderReply
{
    internal int Status { get; private init; }

    internal TimeSpan? RetryAfter { get; private init; }

    /// <summary>The provider's own word on whether a retry makes sense (<c>x-should-retry</c>).</summary>
    internal bool? ShouldRetry { get; private init; }

    internal RateSnapshot? Limits { get; private init; }

    /// <summary>Reads a response; null where it cannot be read, as with responses that tests make up.</summary>
    internal static ProviderReply? Read(PipelineResponse? response, TimeProvider clock)
    {
        try
        {
            return response is null ? null : Read(response.Status, name => response.Headers.TryGetValue(name, out var value) ? value : null, clock);
        }
        catch (Exception)
        {
            // What cannot be read teaches nothing, and must cost nothing.
            return null;
        }
    }

    internal static ProviderReply Read(int status, Func<string, string?> header, TimeProvider clock) => new()
    {
        Status = status,
        RetryAfter = status < 400 ? null : RetryAfterHeader.Read(header, clock),
        ShouldRetry = status < 400 ? null : header("x-should-retry") switch { "true" => true, "false" => false, _ => null },
        Limits = RateSnapshot.Read(header),
    };
}
