namespace BatchMigrate;

/// <summary>What the provider finds wrong with a file of requests.</summary>
/// <param name="Code">The provider's code, such as <c>invalid_json_line</c> or <c>token_limit_exceeded</c>.</param>
/// <param name="ItemIndex">The place in the input of the request at fault; null where it is the file as a whole.</param>
/// <param name="Line">The line of the file, from one; null where it is the file as a whole.</param>
/// <param name="Message">The provider's own words, which may repeat what was sent; null where there are none.</param>
public sealed record ProviderBatchError(string? Code, int? ItemIndex, int? Line, string? Message)
{
    /// <summary>Says what is wrong and where, without the provider's words, which may repeat what was sent.</summary>
    /// <returns>For instance <c>invalid_json_line (item 7, line 8)</c>.</returns>
    public override string ToString() => (Code ?? "no code") + (ItemIndex is { } item ? $" (item {item}, line {Line})" : Line is { } line ? $" (line {line})" : "");
}

/// <summary>The provider has refused a file of requests as a whole: the error of all its items. Nothing of it was answered, and nothing costs.</summary>
public sealed class ProviderBatchFailedException : Exception
{
    // Enough to see what is wrong; a file may have an error in every line.
    private const int Shown = 5;

    internal ProviderBatchFailedException(string batchId, IReadOnlyList<ProviderBatchError> errors)
        : base($"The provider refused {batchId}: {(errors.Count == 0 ? "it does not say why" : string.Join("; ", errors.Take(Shown)))}{(errors.Count > Shown ? $"; and {errors.Count - Shown} more" : "")}.")
    {
        BatchId = batchId;
        Errors = errors;
    }

    /// <summary>The provider's id of the batch.</summary>
    public string BatchId { get; }

    /// <summary>What is wrong, as far as the provider says.</summary>
    public IReadOnlyList<ProviderBatchError> Errors { get; }
}
