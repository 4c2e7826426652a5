using System.ClientModel.Primitives;

namespace BatchMigrate.Retrying;

/// <summary>
/// Connects an attempt of a batch with the HTTP calls that are made for it, through whatever wrappers lie between: the pipeline policies of
/// <see cref="OpenAIClientOptionsBatchExtensions.UseBatchMigrate"/> find it in the flow of control.
/// </summary>
internal sealed class AttemptScope(TimeProvider clock, bool takesRetries)
{
    private static readonly AsyncLocal<AttemptScope?> Slot = new();
    private static volatile bool _isUsed;

    internal static AttemptScope? Current => Slot.Value;

    /// <summary>Whether a client of this attempt has left its retries to the batch.</summary>
    internal bool LeavesRetries { get; private set; }

    /// <summary>The last response.</summary>
    internal ProviderReply? Reply { get; private set; }

    /// <summary>Says that there is a client which looks for scopes; until then none is made, because each costs an allocation.</summary>
    internal static void Use() => _isUsed = true;

    /// <summary>Begins a scope, which ends with the asynchronous method that called this.</summary>
    internal static AttemptScope? Begin(TimeProvider clock, bool takesRetries)
    {
        if (!_isUsed)
        {
            return null;
        }

        var scope = new AttemptScope(clock, takesRetries);
        Slot.Value = scope;
        return scope;
    }

    /// <summary>Offers to leave the retries of a call to the batch.</summary>
    internal bool TryLeaveRetries() => LeavesRetries = takesRetries;

    internal void Observe(PipelineResponse? response) => Reply = ProviderReply.Read(response, clock);
}
