using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using OllamaSharp.Models;

namespace OllamaSharp.Models
{
    public class EmbedRequest
    {
        public string? Model { get; set; }

        public List<string> Input { get; set; } = [];
    }

    public class EmbedResponse
    {
        public List<float[]> Embeddings { get; set; } = [];
    }
}

namespace OllamaSharp
{
    public interface IOllamaApiClient
    {
        string SelectedModel { get; set; }

        Task<EmbedResponse> EmbedAsync(EmbedRequest request, CancellationToken cancellationToken = default);
    }

    public class OllamaApiClient : IOllamaApiClient, IChatClient, IEmbeddingGenerator<string, Embedding<float>>
    {
        public string SelectedModel { get; set; } = string.Empty;

        public virtual Task<EmbedResponse> EmbedAsync(EmbedRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public void Dispose()
        {
        }

        Task<ChatResponse> IChatClient.GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) => ChatAsync(messages, options, cancellationToken);

        IAsyncEnumerable<ChatResponseUpdate> IChatClient.GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) => throw new NotSupportedException();

        object? IChatClient.GetService(Type serviceType, object? serviceKey) => null;

        Task<GeneratedEmbeddings<Embedding<float>>> IEmbeddingGenerator<string, Embedding<float>>.GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options, CancellationToken cancellationToken) => throw new NotSupportedException();

        object? IEmbeddingGenerator.GetService(Type serviceType, object? serviceKey) => null;

        /// <summary>The stub's own: what a scripted client answers.</summary>
        protected virtual Task<ChatResponse> ChatAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    public static class OllamaApiClientExtensions
    {
        public static Task<EmbedResponse> EmbedAsync(this IOllamaApiClient client, string input, CancellationToken cancellationToken = default) =>
            client.EmbedAsync(new EmbedRequest { Model = client.SelectedModel, Input = [input] }, cancellationToken);
    }

    public class Chat(IOllamaApiClient client, string systemPrompt = "")
    {
        public IOllamaApiClient Client { get; } = client;

        public List<string> Messages { get; set; } = [systemPrompt];

        public IAsyncEnumerable<string> SendAsync(string message, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
