using Microsoft.Extensions.AI;

namespace BatchMigrate;

/// <summary>One request of a batch with options of its own, for <see cref="IChatClient"/>.</summary>
/// <param name="Messages">The messages of this request.</param>
/// <param name="Options">The options of this request, or null for the client's defaults.</param>
/// <exception cref="ArgumentNullException"><paramref name="Messages"/> is null.</exception>
public sealed record ChatRequest(IEnumerable<ChatMessage> Messages, ChatOptions? Options = null)
{
    /// <summary>The messages of this request.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IEnumerable<ChatMessage> Messages
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Messages));
    } = Messages ?? throw new ArgumentNullException(nameof(Messages));

    /// <summary>Says what this is, and never what is in it: prompt text must not reach a log by way of a record's text.</summary>
    /// <returns>The name of the type and whether there are options.</returns>
    public override string ToString() => $"{nameof(ChatRequest)} {{ {(Options is null ? "no options" : "with options")} }}";
}
