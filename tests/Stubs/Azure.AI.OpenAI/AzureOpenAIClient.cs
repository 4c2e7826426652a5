using System.ClientModel;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI;
using OpenAI.Chat;

namespace Azure.AI.OpenAI;

/// <summary>The library keeps the class of its chat clients to itself; here it can be named, and so can its override.</summary>
public class AzureChatClient : ChatClient
{
    public override Task<ClientResult<ChatCompletion>> CompleteChatAsync(IEnumerable<ChatMessage> messages, ChatCompletionOptions? options = null, CancellationToken cancellationToken = default) => throw new System.NotSupportedException();
}

public class AzureOpenAIClient : OpenAIClient
{
    public override ChatClient GetChatClient(string deploymentName) => new AzureChatClient();
}
