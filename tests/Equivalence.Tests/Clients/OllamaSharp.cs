using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OllamaSharp.Models;

namespace Scripted;

public sealed class ScriptedOllama(Func<string, CancellationToken, Task<string>> ask) : OllamaApiClient
{
    public override async Task<EmbedResponse> EmbedAsync(EmbedRequest request, CancellationToken cancellationToken = default)
    {
        var response = new EmbedResponse();
        foreach (var input in request.Input)
        {
            response.Embeddings.Add([(await ask("embed " + input, cancellationToken)).Length, input.Length]);
        }

        return response;
    }

    protected override async Task<ChatResponse> ChatAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
        new(new ChatMessage(ChatRole.Assistant, await ask(string.Join('\n', messages.Select(m => m.Role + ": " + m.Text)), cancellationToken)));
}
