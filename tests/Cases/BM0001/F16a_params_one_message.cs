// F16a The params shape with one message
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'leftover', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Kitchen;

public class PantryAdvisor(ChatClient client)
{
    public async Task<Dictionary<string, string>> AdviseAsync(ISet<string> leftovers)
    {
        var advice = new Dictionary<string, string>();
        foreach (var leftover in leftovers)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync($"What can I cook with {leftover}?");
            advice.Add(leftover, completion.Content[0].Text);
        }

        return advice;
    }
}
//// run
foreach (var (food, text) in await new PantryAdvisor(client).AdviseAsync(new SortedSet<string> { "rice", "stale bread", "half a cabbage" }))
{
    Log($"{food}: {text}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Kitchen;

public class PantryAdvisor(ChatClient client)
{
    public async Task<Dictionary<string, string>> AdviseAsync(ISet<string> leftovers)
    {
        var advice = new Dictionary<string, string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var leftover in leftovers)
        {
            messagesList.Add([$"What can I cook with {leftover}?"]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (leftover, item) in leftovers.Zip(batch))
        {
            ChatCompletion completion = item.Response;
            advice.Add(leftover, completion.Content[0].Text);
        }

        return advice;
    }
}
