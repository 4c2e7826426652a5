using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.SemanticKernel.ChatCompletion;

public readonly struct AuthorRole(string label)
{
    public static AuthorRole User { get; } = new("user");

    public static AuthorRole Assistant { get; } = new("assistant");

    public static AuthorRole System { get; } = new("system");

    public string Label { get; } = label;

    public override string ToString() => Label;
}

public class ChatHistory : IList<ChatMessageContent>, IReadOnlyList<ChatMessageContent>
{
    private readonly List<ChatMessageContent> messages = [];

    public ChatHistory()
    {
    }

    public ChatHistory(string systemMessage) => AddSystemMessage(systemMessage);

    public ChatHistory(IEnumerable<ChatMessageContent> messages) => this.messages.AddRange(messages);

    public int Count => messages.Count;

    bool ICollection<ChatMessageContent>.IsReadOnly => false;

    public ChatMessageContent this[int index]
    {
        get => messages[index];
        set => messages[index] = value;
    }

    public void AddMessage(AuthorRole authorRole, string content, Encoding? encoding = null, IReadOnlyDictionary<string, object?>? metadata = null) => messages.Add(new ChatMessageContent(authorRole, content));

    public void AddUserMessage(string content) => AddMessage(AuthorRole.User, content);

    public void AddAssistantMessage(string content) => AddMessage(AuthorRole.Assistant, content);

    public void AddSystemMessage(string content) => AddMessage(AuthorRole.System, content);

    public void Add(ChatMessageContent item) => messages.Add(item);

    public void AddRange(IEnumerable<ChatMessageContent> items) => messages.AddRange(items);

    public void Clear() => messages.Clear();

    public bool Contains(ChatMessageContent item) => messages.Contains(item);

    public void CopyTo(ChatMessageContent[] array, int arrayIndex) => messages.CopyTo(array, arrayIndex);

    public int IndexOf(ChatMessageContent item) => messages.IndexOf(item);

    public void Insert(int index, ChatMessageContent item) => messages.Insert(index, item);

    public bool Remove(ChatMessageContent item) => messages.Remove(item);

    public void RemoveAt(int index) => messages.RemoveAt(index);

    public void RemoveRange(int index, int count) => messages.RemoveRange(index, count);

    IEnumerator<ChatMessageContent> IEnumerable<ChatMessageContent>.GetEnumerator() => messages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => messages.GetEnumerator();
}

public interface IChatCompletionService
{
    Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default);

    IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default);
}

public static class ChatCompletionServiceExtensions
{
    public static Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(this IChatCompletionService chatCompletionService, string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        var history = new ChatHistory();
        history.AddUserMessage(prompt);
        return chatCompletionService.GetChatMessageContentsAsync(history, executionSettings, kernel, cancellationToken);
    }

    public static async Task<ChatMessageContent> GetChatMessageContentAsync(this IChatCompletionService chatCompletionService, string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) =>
        (await chatCompletionService.GetChatMessageContentsAsync(prompt, executionSettings, kernel, cancellationToken)).Single();

    public static async Task<ChatMessageContent> GetChatMessageContentAsync(this IChatCompletionService chatCompletionService, ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) =>
        (await chatCompletionService.GetChatMessageContentsAsync(chatHistory, executionSettings, kernel, cancellationToken)).Single();
}
