// F16b The params shape with a system and a user message
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'draft', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Support;

public static class ToneCheck
{
    public static async Task<IReadOnlyCollection<string>> FindRudeAsync(ChatClient client, IEnumerable<string> drafts)
    {
        var system = new SystemChatMessage("Answer with one word: polite or rude.");
        var rude = new List<string>();
        foreach (var draft in drafts)
        {
            var result = await /*BM0001*/client.CompleteChatAsync(system, new UserChatMessage(draft));
            var verdict = result.Value.Content[0].Text;
            if (!verdict.StartsWith("polite", StringComparison.OrdinalIgnoreCase))
            {
                rude.Add($"{draft} ({verdict})");
            }
        }

        return rude;
    }
}
//// run
Log(string.Join("; ", await ToneCheck.FindRudeAsync(client, ["Go away.", "Thank you.", "Read the manual, will you", "Kind regards"])));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Support;

public static class ToneCheck
{
    public static async Task<IReadOnlyCollection<string>> FindRudeAsync(ChatClient client, IEnumerable<string> drafts)
    {
        var system = new SystemChatMessage("Answer with one word: polite or rude.");
        var rude = new List<string>();
        var pending = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var draft in drafts)
        {
            pending.Add(draft);
            messagesList.Add([system, new UserChatMessage(draft)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (draft, item) in pending.Zip(batch))
        {
            var result = item.Response;
            var verdict = result.Value.Content[0].Text;
            if (!verdict.StartsWith("polite", StringComparison.OrdinalIgnoreCase))
            {
                rude.Add($"{draft} ({verdict})");
            }
        }

        return rude;
    }
}
