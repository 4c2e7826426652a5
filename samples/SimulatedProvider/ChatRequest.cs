namespace SimulatedProvider;

/// <summary>One message of a request, its content parts joined to one text.</summary>
/// <param name="Role">The role as it was sent, such as <c>user</c>.</param>
/// <param name="Text">The text; for an image part its address.</param>
public sealed record ChatRequestMessage(string Role, string Text);

/// <summary>What the provider reads of a chat-completions request.</summary>
/// <param name="Model">The model asked for.</param>
/// <param name="Messages">The messages, at least one.</param>
/// <param name="MaxTokens">The most output tokens, or <see langword="null"/> when the request does not say.</param>
/// <param name="Stream">Whether the answer is to come as server-sent events.</param>
/// <param name="IncludeUsage">Whether a stream is to end with a chunk that holds the usage.</param>
public sealed record ChatRequest(string Model, IReadOnlyList<ChatRequestMessage> Messages, int? MaxTokens, bool Stream, bool IncludeUsage)
{
    /// <summary>The text of the last user message, or of the last message where no user speaks.</summary>
    public string LastUserText => (Messages.LastOrDefault(m => m.Role == "user") ?? Messages[^1]).Text;
}
