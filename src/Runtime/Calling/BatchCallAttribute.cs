namespace BatchMigrate;

/// <summary>
/// Says that a method which asks for one item has a sibling which asks for many. Where the analyzers of this package find the method in a loop or a fan-out,
/// they report it (BM0003), and the fix calls the sibling. At run time the attribute does nothing.
/// </summary>
/// <example>
/// <code>
/// [BatchCall(nameof(SummariseAllAsync))]
/// public Task&lt;string&gt; SummariseAsync(string text, CancellationToken cancellationToken = default) { … }
///
/// public Task&lt;BatchResult&lt;string&gt;&gt; SummariseAllAsync(IEnumerable&lt;string&gt; texts, CancellationToken cancellationToken = default) { … }
/// </code>
/// </example>
/// <param name="batchMethod">The name of the method for many items, which stands on the same type; best written with <c>nameof</c>.</param>
/// <exception cref="ArgumentException"><paramref name="batchMethod"/> is null, empty or white space.</exception>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = true)]
public sealed class BatchCallAttribute(string batchMethod) : Attribute
{
    /// <summary>The name of the method for many items.</summary>
    public string BatchMethod { get; } = string.IsNullOrWhiteSpace(batchMethod) ? throw new ArgumentException("The name of a method is needed.", nameof(batchMethod)) : batchMethod;
}
