using OpenAI.Chat;

namespace Scripted;

public sealed class ScriptedAzure(ChatClient inner) : Azure.AI.OpenAI.AzureOpenAIClient
{
    public override ChatClient GetChatClient(string deploymentName) => new ScriptedAzureChat(inner);
}

public sealed class ScriptedAzureChat(ChatClient inner) : Azure.AI.OpenAI.AzureChatClient
{
    public override System.Threading.Tasks.Task<System.ClientModel.ClientResult<ChatCompletion>> CompleteChatAsync(System.Collections.Generic.IEnumerable<ChatMessage> messages, ChatCompletionOptions? options = null, System.Threading.CancellationToken cancellationToken = default) =>
        inner.CompleteChatAsync(messages, options, cancellationToken);
}
