using System.ClientModel;
using System.Runtime.ExceptionServices;
using BatchMigrate.ProviderBatches;
using OpenAI.Chat;

namespace BatchMigrate;

/// <summary>
/// Requests that have been given to the provider's 24-hour service. The provider works on them whether or not this object, or this process, is still there: keep <see cref="Ids"/>, and resume with
/// <see cref="OpenAIProviderBatchExtensions.ResumeProviderBatch(OpenAI.OpenAIClient, IEnumerable{string}, ProviderBatchOptions?)"/>.
/// </summary>
/// <remarks>All members may be called at any time and concurrently.</remarks>
public sealed class ProviderBatch
{
    // The growth of the waits between two looks at the status, and the part of a wait that is left to chance.
    private const double Growth = 1.5;
    private const double Jitter = 0.4;

    // A wait that the provider asks for is kept however patient the caller is, within reason.
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    private readonly BatchService _service;
    private readonly ProviderBatchOptions _options;
    private readonly ItemPlan? _plan;
    private readonly Exception? _interruptedBy;

    internal ProviderBatch(BatchService service, ProviderBatchOptions options, IReadOnlyList<string> ids, ItemPlan? plan, Exception? interruptedBy = null)
    {
        _service = service;
        _options = options;
        _plan = plan;
        _interruptedBy = interruptedBy;
        Ids = ids;
    }

    /// <summary>The provider's ids of the batches, in the order of the requests: one, or several where the requests did not fit into one file; none where no item needed a request.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Asks the provider once how far it is.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Where the batches stand.</returns>
    /// <exception cref="ClientResultException">The provider could not be asked.</exception>
    public async Task<ProviderBatchStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        var parts = new List<ProviderBatchPart>();
        foreach (var id in Ids)
        {
            parts.Add((await _service.GetAsync(id, cancellationToken).ConfigureAwait(false)).Part);
        }

        return new ProviderBatchStatus(parts);
    }

    /// <summary>Waits until all batches have ended, and reads their answers. Where they have ended already, as when it is called again, it only reads.</summary>
    /// <param name="cancellationToken">Ends the wait and nothing else: the provider goes on, and bills what it does.</param>
    /// <returns>
    /// One item for each input, in the order of the input. A batch that the provider has refused, that has expired or was cancelled does not throw: items without an answer have their error
    /// (<see cref="ProviderBatchFailedException"/>, <see cref="ProviderBatchItemException"/>), and <see cref="BatchResult{T}.StoppedBy"/> has the first one.
    /// </returns>
    /// <exception cref="ProviderBatchCanceledException">The token was cancelled; wait again whenever you like.</exception>
    /// <exception cref="ClientResultException">The status could not be read for too long (<see cref="ProviderBatchOptions.MaxPollFailures"/>), or the answers could not be downloaded. The provider goes on; wait again.</exception>
    /// <exception cref="InvalidOperationException">The batches were resumed by their ids and do not belong together, or were submitted by something else.</exception>
    public async Task<BatchResult<ClientResult<ChatCompletion>>> WaitAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var batches = await EndedAsync(cancellationToken).ConfigureAwait(false);
            return await new ResultReader(_service, _options, batches, _interruptedBy, cancellationToken).ReadAsync(_plan).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new ProviderBatchCanceledException(this, cancellationToken);
        }
    }

    /// <summary>Asks the provider to stop. Requests under way may still end, which takes some minutes; <see cref="WaitAsync"/> then has what was answered, and that is billed.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that completes when the provider has been told.</returns>
    /// <exception cref="ClientResultException">The provider could not be told.</exception>
    public async Task CancelAsync(CancellationToken cancellationToken = default)
    {
        foreach (var id in Ids)
        {
            if (await MayBeCancelledAsync(id, cancellationToken).ConfigureAwait(false))
            {
                try
                {
                    await _service.CancelAsync(id, cancellationToken).ConfigureAwait(false);
                }
                catch (ClientResultException)
                {
                    // It may have ended meanwhile.
                    if (await MayBeCancelledAsync(id, cancellationToken).ConfigureAwait(false))
                    {
                        throw;
                    }
                }
            }
        }
    }

    private async Task<bool> MayBeCancelledAsync(string id, CancellationToken cancellationToken) =>
        (await _service.GetAsync(id, cancellationToken).ConfigureAwait(false)).Part is { HasEnded: false, State: not ProviderBatchState.Cancelling };

    private async Task<BatchObject[]> EndedAsync(CancellationToken cancellationToken)
    {
        var seen = new BatchObject?[Ids.Count];
        var (wait, failures) = (_options.PollInterval, 0);
        while (true)
        {
            var failure = await LookAsync(seen, cancellationToken).ConfigureAwait(false);
            failures = failure is null ? 0 : failures + 1;
            if (failure is not null)
            {
                _service.Log.PollFailed(failure.Id, failure.Error, failures);
                if (failures > _options.MaxPollFailures)
                {
                    ExceptionDispatchInfo.Throw(failure.Error);
                }
            }

            if (seen.All(batch => batch?.Part.HasEnded == true))
            {
                return seen!;
            }

            wait = Min(wait, _options.MaxPollInterval);
            var next = wait * (1 - (Jitter / 2) + (Jitter * _options.Jitter()));
            var least = failure?.RetryAfter is { } asked ? Min(asked, LongestRetryAfter) : TimeSpan.Zero;
            await Task.Delay(next > least ? next : least, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
            wait *= Growth;
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    /// <summary>Looks at all batches that have not ended, and tells of it; a passing failure is given back.</summary>
    private async Task<PollFailure?> LookAsync(BatchObject?[] seen, CancellationToken cancellationToken)
    {
        PollFailure? failure = null;
        for (var part = 0; part < seen.Length; part++)
        {
            if (seen[part]?.Part.HasEnded == true)
            {
                continue;
            }

            try
            {
                var batch = seen[part] = await _service.GetOnceAsync(Ids[part], cancellationToken).ConfigureAwait(false);
                if (batch.Part.HasEnded)
                {
                    _service.Log.Ended(batch);
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested
                && _service.Judge(e) is { Kind: BatchFailureKind.Transient or BatchFailureKind.Capacity or BatchFailureKind.RateLimited } judged)
            {
                failure = new PollFailure(Ids[part], e, judged.RetryAfter);
            }
        }

        if (failure is null && seen.Length > 0)
        {
            Report(new ProviderBatchStatus([.. seen.Select(batch => batch!.Part)]));
        }

        return failure;
    }

    private void Report(ProviderBatchStatus status)
    {
        try
        {
            _options.Progress?.Report(status);
        }
        catch (Exception e)
        {
            _service.Log.ProgressFailed(e);
        }
    }

    private sealed record PollFailure(string Id, Exception Error, TimeSpan? RetryAfter);
}
