using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Microsoft.SemanticKernel;

public class ChatMessageContent(AuthorRole role, string? content)
{
    public AuthorRole Role { get; set; } = role;

    public string? Content { get; set; } = content;

    public override string ToString() => Content ?? string.Empty;
}

public class StreamingChatMessageContent
{
    public string? Content { get; set; }
}

public abstract class FunctionChoiceBehavior
{
    public static FunctionChoiceBehavior Auto(bool autoInvoke = true) => new Behavior();

    private sealed class Behavior : FunctionChoiceBehavior
    {
    }
}

public class PromptExecutionSettings
{
    public string? ModelId { get; set; }

    public string? ServiceId { get; set; }

    public FunctionChoiceBehavior? FunctionChoiceBehavior { get; set; }

    public IDictionary<string, object>? ExtensionData { get; set; }
}

public sealed class KernelArguments : IDictionary<string, object?>
{
    private readonly Dictionary<string, object?> arguments = [];

    public KernelArguments(PromptExecutionSettings? executionSettings = null)
    {
    }

    public ICollection<string> Keys => arguments.Keys;

    public ICollection<object?> Values => arguments.Values;

    public int Count => arguments.Count;

    bool ICollection<KeyValuePair<string, object?>>.IsReadOnly => false;

    public object? this[string name]
    {
        get => arguments[name];
        set => arguments[name] = value;
    }

    public void Add(string name, object? value) => arguments.Add(name, value);

    public bool ContainsName(string name) => arguments.ContainsKey(name);

    public bool Remove(string name) => arguments.Remove(name);

    bool IDictionary<string, object?>.ContainsKey(string key) => arguments.ContainsKey(key);

    public bool TryGetValue(string name, out object? value) => arguments.TryGetValue(name, out value);

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) => arguments.Add(item.Key, item.Value);

    void ICollection<KeyValuePair<string, object?>>.Clear() => arguments.Clear();

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) => arguments.Contains(item);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) => throw new NotSupportedException();

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) => arguments.Remove(item.Key);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => arguments.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public sealed class FunctionResult(object? value)
{
    public T? GetValue<T>() => (T?)value;

    public override string ToString() => value?.ToString() ?? string.Empty;
}

public interface IPromptTemplateFactory;

public sealed class Kernel(IServiceProvider? services = null)
{
    public IServiceProvider Services { get; } = services!;

    public IDictionary<string, object?> Data { get; } = new Dictionary<string, object?>();

    public T GetRequiredService<T>(object? serviceKey = null)
        where T : class => (T)Services.GetService(typeof(T))!;
}

public static class KernelExtensions
{
    public static async Task<FunctionResult> InvokePromptAsync(this Kernel kernel, string promptTemplate, KernelArguments? arguments = null, string? templateFormat = null, IPromptTemplateFactory? promptTemplateFactory = null, CancellationToken cancellationToken = default)
    {
        var prompt = (arguments ?? []).Aggregate(promptTemplate, static (text, argument) => text.Replace("{{$" + argument.Key + "}}", argument.Value?.ToString()));
        return new FunctionResult((await kernel.GetRequiredService<IChatCompletionService>().GetChatMessageContentAsync(prompt, kernel: kernel, cancellationToken: cancellationToken)).Content);
    }

    public static async Task<T?> InvokePromptAsync<T>(this Kernel kernel, string promptTemplate, KernelArguments? arguments = null, string? templateFormat = null, IPromptTemplateFactory? promptTemplateFactory = null, CancellationToken cancellationToken = default) =>
        (await kernel.InvokePromptAsync(promptTemplate, arguments, templateFormat, promptTemplateFactory, cancellationToken)).GetValue<T>();

    public static IAsyncEnumerable<StreamingChatMessageContent> InvokePromptStreamingAsync(this Kernel kernel, string promptTemplate, KernelArguments? arguments = null, string? templateFormat = null, IPromptTemplateFactory? promptTemplateFactory = null, CancellationToken cancellationToken = default) =>
        kernel.GetRequiredService<IChatCompletionService>().GetStreamingChatMessageContentsAsync([], kernel: kernel, cancellationToken: cancellationToken);
}
