using System.ClientModel;
using BatchMigrate.Engine;
using OpenAI.Chat;

namespace BatchMigrate.ProviderBatches;

/// <summary>Puts together what batches have brought: each item its own answer or its own error, in the order of the input, whatever the order of lines.</summary>
internal sealed class ResultReader(BatchService service, ProviderBatchOptions options, IReadOnlyList<BatchObject> batches, Exception? interruptedBy, CancellationToken cancellationToken)
{
    private AnswerLine?[] _lines = [];

    /// <param name="plan">Where the items went; null where only the ids are known.</param>
    internal async Task<BatchResult<ClientResult<ChatCompletion>>> ReadAsync(ItemPlan? plan)
    {
        SubmissionNote[] notes = plan is null ? NotesOf(batches) : [];
        _lines = new AnswerLine?[plan?.PartOf.Count ?? notes[0].Items];
        for (var part = 0; part < batches.Count; part++)
        {
            foreach (var fileId in batches[part].ResultFileIds)
            {
                await ReadAsync(fileId, part, plan).ConfigureAwait(false);
            }
        }

        // Only where an item has no line does it matter whether it was sent at all.
        plan ??= _lines.Any(line => line is null) ? await PlanOfAsync(notes).ConfigureAwait(false) : null;
        var failures = batches.Select((batch, part) => FailureOf(batch, part, plan)).ToArray();
        var items = Enumerable.Range(0, _lines.Length).Select(index => ItemOf(index, plan, failures)).ToList();
        var stoppedBy = interruptedBy ?? failures.FirstOrDefault(failure => failure is not ProviderBatchItemException { Reason: ProviderBatchItemFailure.Missing });
        return new BatchResult<ClientResult<ChatCompletion>>(items, Elapsed()) { StoppedBy = stoppedBy };
    }

    private static SubmissionNote[] NotesOf(IReadOnlyList<BatchObject> batches)
    {
        var notes = batches.Select(batch => batch.Note ?? throw new InvalidOperationException($"{batch.Id} was not submitted by this library, or its metadata has been lost.")).ToArray();
        return notes.All(note => note.Content == notes[0].Content && note.Items == notes[0].Items)
            ? notes
            : throw new InvalidOperationException("The batches belong to different submissions. Resume each submission by itself.");
    }

    private async Task ReadAsync(string fileId, int part, ItemPlan? plan)
    {
        var ignored = 0;
        await service.DownloadAsync(fileId, Take, cancellationToken).ConfigureAwait(false);
        if (ignored > 0)
        {
            service.Log.LinesIgnored(batches[part].Id, ignored);
        }

        void Take(ReadOnlyMemory<byte> line)
        {
            if (AnswerLine.Read(line) is not { } read || read.Index >= _lines.Length || (plan is not null && plan.PartOf[read.Index] != part))
            {
                ignored++;
            }
            else if (_lines[read.Index] is null or { Answer: null } && (_lines[read.Index] is null || read.Answer is not null))
            {
                // An answer is paid for, so no error takes its place; of several answers the first one counts.
                _lines[read.Index] = read;
            }
        }
    }

    /// <summary>Finds out from the uploaded files which items were sent.</summary>
    private async Task<ItemPlan> PlanOfAsync(SubmissionNote[] notes)
    {
        var partOf = new int[_lines.Length];
        Array.Fill(partOf, ItemPlan.Unsent);
        var isWhole = notes.Select(note => note.Part).Distinct().Count() == notes[0].Parts && notes[0].Failed is not null;
        for (var part = 0; part < batches.Count; part++)
        {
            isWhole &= await TryReadRequestsAsync(part, partOf).ConfigureAwait(false);
        }

        // With all files read, what is in none of them needed no request, unless it is noted that it could not be sent.
        for (var index = 0; isWhole && index < partOf.Length; index++)
        {
            partOf[index] = partOf[index] == ItemPlan.Unsent && !notes[0].Failed!.Contains(index) ? ItemPlan.Skipped : partOf[index];
        }

        return new ItemPlan { PartOf = partOf, Failed = new Dictionary<int, Exception>() };
    }

    /// <summary>Notes which items an uploaded file holds; false where the file is not there any more.</summary>
    private async Task<bool> TryReadRequestsAsync(int part, int[] partOf)
    {
        try
        {
            await service.DownloadAsync(batches[part].InputFileId ?? "", Take, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or ClientResultException { Status: 404 or 410 })
        {
            return false;
        }

        void Take(ReadOnlyMemory<byte> line)
        {
            if (ChatRequestLine.IndexIn(line) is { } index && index < partOf.Length)
            {
                partOf[index] = part;
            }
        }
    }

    /// <summary>Why items of a batch that have no line have none.</summary>
    private static Exception FailureOf(BatchObject batch, int part, ItemPlan? plan)
    {
        switch (batch.Part.State)
        {
            case ProviderBatchState.Failed:
                var items = plan?.ItemsOf(part) ?? [];
                return new ProviderBatchFailedException(batch.Id, [.. batch.Errors.Select(error => new ProviderBatchError(
                    error.Code, error.Line is > 0 and var line && line <= items.Length ? items[line - 1] : null, error.Line, error.Message))]);
            case ProviderBatchState.Expired:
                return AnswerLine.Expired(null);
            case ProviderBatchState.Cancelled:
                return AnswerLine.Cancelled(null);
            default:
                return new ProviderBatchItemException(ProviderBatchItemFailure.Missing, $"{batch.Id} is done, and its files have nothing for the request.");
        }
    }

    private BatchItem<ClientResult<ChatCompletion>> ItemOf(int index, ItemPlan? plan, Exception[] failures)
    {
        var item = new BatchItem<ClientResult<ChatCompletion>>(index);
        var part = plan?.PartOf[index];
        if (_lines[index] is { } line)
        {
            item.BeginAttempt();
            if (line.Answer is { } answer)
            {
                var usage = OpenAIChatAnswer.UsageOf(answer);
                item.Succeed(answer, TimeSpan.Zero, usage, usage is { } counted ? options.Pricing.PriceOf(answer.Value.Model)?.CostOf(counted) * options.PriceFactor : null);
            }
            else
            {
                item.Fail(line.Error!, TimeSpan.Zero);
            }
        }
        else if (part == ItemPlan.Skipped)
        {
            item.Skip();
        }
        else if (part >= failures.Length)
        {
            item.Fail(interruptedBy!, TimeSpan.Zero);
        }
        else if (part >= 0)
        {
            item.BeginAttempt();
            item.Fail(failures[part.Value], TimeSpan.Zero);
        }
        else
        {
            item.Fail(
                plan!.Failed.GetValueOrDefault(index) ?? new ProviderBatchItemException(ProviderBatchItemFailure.NotSent, "The request is in none of the batches: it could not be sent, or its batch was not named."),
                TimeSpan.Zero);
        }

        return item;
    }

    /// <summary>From the first creation to the last end, by the provider's clock.</summary>
    private TimeSpan Elapsed() =>
        batches.Max(batch => batch.Part.EndedAt) - batches.Min(batch => batch.Part.CreatedAt) is { Ticks: > 0 } time ? time : TimeSpan.Zero;
}
