using BatchMigrate.Retrying;

namespace BatchMigrate.Engine;

/// <summary>How a request is sent, and what is known about it and its answer, whether it serves one item or several.</summary>
internal abstract class RequestStep<TRequest, TResult>
{
    /// <summary>Whether <see cref="SendAsync"/> holds its thread until the answer is there; its callers then give it threads of its own.</summary>
    internal virtual bool Blocks => false;

    /// <summary>Whether an attempt is one call of a model and nothing else, so that it may be made again.</summary>
    internal virtual bool IsModelCall => false;

    /// <summary>The limit under which the client itself counts each request; null where it does not.</summary>
    internal virtual RateLimit? CountedBy => null;

    /// <summary>Whether a request serves several items, and so can be made smaller.</summary>
    internal virtual bool IsShared(TRequest request) => false;

    /// <summary>Makes one attempt. Called concurrently.</summary>
    internal abstract ValueTask<TResult> SendAsync(TRequest request, CancellationToken cancellationToken);

    internal virtual BatchUsage? UsageOf(TResult result) => null;

    /// <summary>What the response's headers say, where the answer carries them.</summary>
    internal virtual ProviderReply? ReplyTo(TResult result, TimeProvider clock) => null;

    /// <summary>The model that has answered; null where it is not known.</summary>
    internal virtual string? ModelOf(TRequest request, TResult result) => null;

    /// <summary>What is known about a request before it is sent; null where nothing is.</summary>
    internal virtual TokenRequest? Describe(TRequest request) => null;

    /// <summary>Everything that decides the answer to a request, in parts; null where a request has no content to be known by.</summary>
    internal virtual IEnumerable<BinaryData>? ContentOf(TRequest request) => null;

    /// <summary>An answer as the body that <see cref="Restore"/> reads.</summary>
    internal virtual BinaryData Store(TResult result) => throw new NotSupportedException();

    internal virtual TResult Restore(TRequest request, BinaryData body) => throw new NotSupportedException();

    private protected static ValueTask<TResult> Started(Task<TResult>? task) =>
        new(task ?? throw new InvalidOperationException("The operation returned null instead of a task."));
}
