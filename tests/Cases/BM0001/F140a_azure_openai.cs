// F140a The chat client of Azure
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'term', one after another; 'CompleteBatchAsync' sends them together
// uses: Azure.AI.OpenAI
using System.Collections.Generic;
using System.Threading.Tasks;
using Azure.AI.OpenAI;
using OpenAI.Chat;

namespace Banking;

public sealed class Explainer(AzureOpenAIClient azure, string deployment)
{
    public async Task<List<string>> ExplainAsync(IEnumerable<string> terms)
    {
        var client = azure.GetChatClient(deployment);
        var explained = new List<string>();
        foreach (var term in terms)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(new UserChatMessage($"Explain {term}."));
            explained.Add(completion.Content[0].Text);
        }

        return explained;
    }
}
//// run
foreach (var text in await new Explainer(new ScriptedAzure(client), "small").ExplainAsync(["bond", "yield", "swap"]))
{
    Log(text);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using Azure.AI.OpenAI;
using BatchMigrate;
using OpenAI.Chat;

namespace Banking;

public sealed class Explainer(AzureOpenAIClient azure, string deployment)
{
    public async Task<List<string>> ExplainAsync(IEnumerable<string> terms)
    {
        var client = azure.GetChatClient(deployment);
        var explained = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var term in terms)
        {
            messagesList.Add([new UserChatMessage($"Explain {term}.")]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var item in batch)
        {
            ChatCompletion completion = item.Response;
            explained.Add(completion.Content[0].Text);
        }

        return explained;
    }
}
