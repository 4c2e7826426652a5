using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Embeddings;

namespace Scripted;

public sealed class ScriptedChatService(Func<string, CancellationToken, Task<string>> ask) : IChatCompletionService
{
    public async Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        var request = $"model {executionSettings?.ModelId}\n" + string.Join('\n', chatHistory.Select(m => m.Role + ": " + m.Content));
        return [new ChatMessageContent(AuthorRole.Assistant, await ask(request, cancellationToken))];
    }

    public IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}

public sealed class ScriptedKernel(Func<string, CancellationToken, Task<string>> ask) : IServiceProvider
{
    public static Kernel Make(Func<string, CancellationToken, Task<string>> ask) => new(new ScriptedKernel(ask));

    public object GetService(Type serviceType) => new ScriptedChatService(ask);
}

public sealed class ScriptedTextEmbedding(Func<string, CancellationToken, Task<string>> ask) : ITextEmbeddingGenerationService
{
    public async Task<IList<ReadOnlyMemory<float>>> GenerateEmbeddingsAsync(IList<string> data, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        var vectors = new List<ReadOnlyMemory<float>>();
        foreach (var text in data)
        {
            vectors.Add(new float[] { (await ask("embed " + text, cancellationToken)).Length, text.Length });
        }

        return vectors;
    }
}
