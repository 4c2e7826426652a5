namespace SimulatedProvider;

/// <summary>What is wrong with a file of requests; the line counts from one.</summary>
internal sealed record BatchMistake(string Code, string Message, int? Line = null);

/// <summary>What a request of a batch is answered with: a response's status and body, or the code of an error that is no response.</summary>
internal sealed record BatchAnswer(string CustomId, int Status, ReadOnlyMemory<byte>? Body, string? ErrorCode = null)
{
    public bool Succeeded => Status == 200 && ErrorCode is null;
}

/// <summary>A batch as it is now.</summary>
internal sealed record BatchSnapshot(SimulatedBatch Batch, string Status, DateTimeOffset Since, int Total, int Completed, int Failed, string? OutputFileId = null, string? ErrorFileId = null);

/// <summary>A batch: what it is follows from when it was created or cancelled and what time it is. Its answers are there from the beginning, and shown at its end.</summary>
internal sealed class SimulatedBatch(BatchServiceOptions options, StoredFiles files, int seed)
{
    private BatchSnapshot? _ended;
    private DateTimeOffset? _cancelledAt;

    public required string Id { get; init; }

    public required string InputFileId { get; init; }

    public required string Endpoint { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    public required IReadOnlyList<BatchMistake> Mistakes { get; init; }

    public required IReadOnlyList<BatchAnswer> Answers { get; init; }

    public DateTimeOffset ExpiresAt => CreatedAt.AddHours(24);

    /// <summary>Answers of 200 that have been given out.</summary>
    public int Answered => _ended?.Completed ?? 0;

    /// <summary>Begins to cancel it; false where it has ended.</summary>
    public bool TryCancel(DateTimeOffset now)
    {
        if (At(now).Status is "completed" or "failed" or "expired" or "cancelled")
        {
            return false;
        }

        _cancelledAt ??= now;
        return true;
    }

    public BatchSnapshot At(DateTimeOffset now)
    {
        if (_ended is not null)
        {
            return _ended;
        }

        var valid = CreatedAt + options.ValidationTime;
        var done = valid + options.RunTime;
        if (_cancelledAt is { } cancelled)
        {
            return now < cancelled + options.CancellingTime ? Running("cancelling", now, valid, done) : End("cancelled", cancelled + options.CancellingTime);
        }

        if (now < valid)
        {
            return Running("validating", now, valid, done);
        }

        if (Mistakes.Count > 0)
        {
            return _ended = new BatchSnapshot(this, "failed", valid, 0, 0, 0);
        }

        if (done > ExpiresAt && now >= ExpiresAt)
        {
            return End("expired", ExpiresAt);
        }

        return now < done ? Running("in_progress", now, valid, done)
            : now < done + options.FinalizingTime ? Running("finalizing", now, valid, done)
            : End("completed", done + options.FinalizingTime);
    }

    private BatchSnapshot Running(string status, DateTimeOffset now, DateTimeOffset valid, DateTimeOffset done)
    {
        var share = now >= done ? 1 : now <= valid ? 0 : (now - valid) / (done - valid);
        return new BatchSnapshot(this, status, now, Answers.Count, (int)(share * Answers.Count), 0);
    }

    private BatchSnapshot End(string status, DateTimeOffset since)
    {
        // In an order that is not that of the requests, but the same in every run.
        var shuffled = Answers.ToArray();
        new Random(seed).Shuffle(shuffled);
        var finished = status == "completed" ? shuffled.Length : (int)(options.FinishedShare * shuffled.Length);
        var results = shuffled.Select((answer, place) => place < finished ? answer : new BatchAnswer(answer.CustomId, 0, null, $"batch_{status}")).ToArray();
        return _ended = new BatchSnapshot(
            this,
            status,
            since,
            Answers.Count,
            results.Count(answer => answer.Succeeded),
            results.Count(answer => !answer.Succeeded),
            Write("output", results.Where(answer => answer.Succeeded)),
            Write("error", results.Where(answer => !answer.Succeeded)));
    }

    private string? Write(string kind, IEnumerable<BatchAnswer> answers)
    {
        string[] lines = [.. answers.Select((answer, number) => BatchResponseWriter.Line($"batch_req_{Id}_{kind}_{number}", answer))];
        return lines.Length == 0
            ? null
            : files.Add($"{Id}_{kind}.jsonl", "batch_output", System.Text.Encoding.UTF8.GetBytes(string.Concat((options.Lines?.Invoke(lines) ?? lines).Select(line => line + "\n")))).Id;
    }
}
