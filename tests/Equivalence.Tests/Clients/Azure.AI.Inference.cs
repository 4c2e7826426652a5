using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Azure;
using Azure.AI.Inference;

namespace Scripted;

public sealed class ScriptedInference(Func<string, CancellationToken, Task<string>> ask) : ChatCompletionsClient
{
    public override async Task<Response<ChatCompletions>> CompleteAsync(ChatCompletionsOptions chatCompletionsOptions, CancellationToken cancellationToken = default)
    {
        var request = $"{chatCompletionsOptions.Model} {chatCompletionsOptions.MaxTokens}\n" + string.Join('\n', chatCompletionsOptions.Messages.Select(m => m.GetType().Name + ": " + m.Content));
        return new Answer(new ChatCompletions(await ask(request, cancellationToken)));
    }

    public override Response<ChatCompletions> Complete(ChatCompletionsOptions chatCompletionsOptions, CancellationToken cancellationToken = default) => CompleteAsync(chatCompletionsOptions, cancellationToken).GetAwaiter().GetResult();

    private sealed class Answer(ChatCompletions value) : Response<ChatCompletions>
    {
        public override ChatCompletions Value => value;
    }
}
