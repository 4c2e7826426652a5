namespace BatchMigrate;

/// <summary>
/// A file that keeps every answer as soon as it is there. The same batch with the same file asks only for what is missing, after a crash as well as after a cancellation.
/// </summary>
/// <remarks>
/// <para>The file grows by one line of JSON an item, in the shape of the providers' batch files: <c>custom_id</c>, <c>response</c> with <c>status_code</c> and <c>body</c>, <c>error</c>.
/// <c>custom_id</c> is made from the content of the request (model, options, messages or input) and from how often the same content came before it, so items may be added, removed and moved. Failed items are
/// noted by the type of their exception, and asked again. The file holds the answers, never the prompts or inputs.</para>
/// <para>Only one batch may use a file at a time. The line that a crash left unfinished is cut off. A file that holds something else is refused with an <see cref="InvalidDataException"/> and not touched.</para>
/// </remarks>
/// <param name="path">The file; it is made where it does not exist. Its directory must exist.</param>
public sealed class BatchCheckpoint(string path)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path ?? throw new ArgumentNullException(nameof(path));
}
