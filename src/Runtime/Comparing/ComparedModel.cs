using BatchMigrate.Comparing;
using BatchMigrate.Engine;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using OpenAIMessage = OpenAI.Chat.ChatMessage;

namespace BatchMigrate;

/// <summary>A model of a comparison: the client that asks it, and the name under which it is listed. An instance does not change and may be shared.</summary>
public sealed class ComparedModel
{
    private readonly Func<string, ModelCall> _call;

    /// <summary>A model that a client of the OpenAI library asks. Clients of local servers are such clients with another endpoint.</summary>
    /// <param name="client">The client.</param>
    /// <param name="name">The name in the result; null for that of the client's model.</param>
    /// <param name="options">The options of every request; null for the client's defaults.</param>
    /// <param name="messages">Makes the messages for a prompt, such as a system message and the prompt; null for one user message.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public ComparedModel(ChatClient client, string? name = null, ChatCompletionOptions? options = null, Func<string, IEnumerable<OpenAIMessage>>? messages = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        Name = NameOf(name, OpenAIModel.Of(client), client);
        messages ??= static prompt => [new UserChatMessage(prompt)];
        _call = prompt => new OpenAIModelCall(client, [.. messages(prompt)], options);
    }

    /// <summary>A model that a client of the common abstractions asks.</summary>
    /// <param name="client">The client.</param>
    /// <param name="name">The name in the result; null for that of the model.</param>
    /// <param name="options">The options of every request, with the model where the client has several; null for the client's defaults.</param>
    /// <param name="messages">Makes the messages for a prompt, such as a system message and the prompt; null for one user message.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public ComparedModel(IChatClient client, string? name = null, ChatOptions? options = null, Func<string, IEnumerable<ChatMessage>>? messages = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        Name = NameOf(name, ChatRequestSize.ModelOf(client, options), client);
        CountedBy = client.GetService<RateLimitedChatClient>()?.Limit;
        messages ??= static prompt => [new ChatMessage(ChatRole.User, prompt)];
        _call = prompt => new ChatClientModelCall(client, [.. messages(prompt)], options);
    }

    /// <summary>The name under which the model is listed.</summary>
    public string Name { get; }

    /// <summary>The limit under which the client itself counts each request; null where it does not.</summary>
    internal RateLimit? CountedBy { get; }

    /// <summary>Lets a client stand for its model.</summary>
    /// <param name="client">The client.</param>
    /// <returns>The model under its own name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public static implicit operator ComparedModel(ChatClient client) => new(client);

    /// <summary>Gives the name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal ModelCall Prepare(string prompt) => _call(prompt);

    private static string NameOf(string? name, string? model, object client)
    {
        if (name is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
        }

        return name ?? (string.IsNullOrWhiteSpace(model) ? client.GetType().Name : model);
    }
}
