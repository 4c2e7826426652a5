using System.Text.Json;

namespace BatchMigrate.ProviderBatches;

/// <summary>An error of the provider about a file: its code, the line from one, and its words.</summary>
internal sealed record FileError(string? Code, int? Line, string? Message);

/// <summary>A batch as the provider describes it.</summary>
internal sealed record BatchObject
{
    internal required ProviderBatchPart Part { get; init; }

    internal required string? InputFileId { get; init; }

    /// <summary>The files with answers and with errors, as far as there are any.</summary>
    internal required IReadOnlyList<string> ResultFileIds { get; init; }

    internal required IReadOnlyList<FileError> Errors { get; init; }

    /// <summary>What was noted when it was created; null where it was not created here.</summary>
    internal required SubmissionNote? Note { get; init; }

    internal string Id => Part.Id;

    /// <exception cref="InvalidDataException">It has no id.</exception>
    internal static BatchObject Read(BinaryData json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    internal static BatchObject Read(JsonElement root)
    {
        var counts = root.Member("request_counts", JsonValueKind.Object) ?? default;
        DateTimeOffset?[] ends = [root.Time("completed_at"), root.Time("failed_at"), root.Time("expired_at"), root.Time("cancelled_at")];
        var part = new ProviderBatchPart(
            root.Text("id") ?? throw new InvalidDataException("The provider describes a batch without an id."),
            StateOf(root.Text("status")),
            counts.Number("total") ?? 0,
            counts.Number("completed") ?? 0,
            counts.Number("failed") ?? 0,
            root.Time("created_at"),
            null,
            root.Time("expires_at"));
        return new BatchObject
        {
            Part = part.HasEnded ? part with { EndedAt = ends.Max() } : part,
            InputFileId = root.Text("input_file_id"),
            ResultFileIds = [.. new[] { root.Text("output_file_id"), root.Text("error_file_id") }.OfType<string>().Where(id => id.Length > 0)],
            Errors = root.Member("errors", JsonValueKind.Object)?.Member("data", JsonValueKind.Array) is { } errors
                ? [.. errors.EnumerateArray().Select(error => new FileError(error.Text("code"), error.Number("line"), error.Text("message")))]
                : [],
            Note = SubmissionNote.Parse(root.Member("metadata", JsonValueKind.Object)?.Text(SubmissionNote.Key)),
        };
    }

    private static ProviderBatchState StateOf(string? status) => status switch
    {
        "validating" => ProviderBatchState.Validating,
        "in_progress" => ProviderBatchState.InProgress,
        "finalizing" => ProviderBatchState.Finalizing,
        "completed" => ProviderBatchState.Completed,
        "failed" => ProviderBatchState.Failed,
        "expired" => ProviderBatchState.Expired,
        "cancelling" => ProviderBatchState.Cancelling,
        "cancelled" => ProviderBatchState.Cancelled,
        _ => ProviderBatchState.Unknown,
    };
}
