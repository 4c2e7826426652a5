// F140b A call that binds to the override of a derived client
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'term', one after another; 'CompleteBatchAsync' sends them together
// uses: Azure.AI.OpenAI
using System.Collections.Generic;
using System.Threading.Tasks;
using Azure.AI.OpenAI;
using OpenAI.Chat;

namespace Physics;

public static class Glossary
{
    public static async Task<Dictionary<string, string>> DefineAsync(AzureChatClient client, string[] terms)
    {
        var glossary = new Dictionary<string, string>();
        foreach (var term in terms)
        {
            glossary[term] = (await /*BM0001*/client.CompleteChatAsync([new UserChatMessage($"Define {term}.")])).Value.Content[0].Text;
        }

        return glossary;
    }
}
//// run
foreach (var (term, text) in await Glossary.DefineAsync(new ScriptedAzureChat(client), ["mass", "spin", "charge"]))
{
    Log($"{term}: {text}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Azure.AI.OpenAI;
using BatchMigrate;
using OpenAI.Chat;

namespace Physics;

public static class Glossary
{
    public static async Task<Dictionary<string, string>> DefineAsync(AzureChatClient client, string[] terms)
    {
        var glossary = new Dictionary<string, string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var term in terms)
        {
            messagesList.Add([new UserChatMessage($"Define {term}.")]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (term, item) in terms.Zip(batch))
        {
            glossary[term] = item.Response.Value.Content[0].Text;
        }

        return glossary;
    }
}
