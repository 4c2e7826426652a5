// F16b The params shape with a system and a user message
// verdict: fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Support;

public static class ToneCheck
{
    public static async Task<int> CountRudeAsync(ChatClient client, IEnumerable<string> drafts)
    {
        var system = new SystemChatMessage("Answer with one word: polite or rude.");
        var rude = 0;
        foreach (var draft in drafts)
        {
            var result = await /*BM0001*/client.CompleteChatAsync(system, new UserChatMessage(draft));
            if (result.Value.Content[0].Text.GetHashCode(System.StringComparison.Ordinal) == 0 || result.Value.Content[0].Text.Contains('5'))
            {
                rude++;
            }
        }

        return rude;
    }
}
//// run
Log(await ToneCheck.CountRudeAsync(client, ["Go away.", "Thank you.", "Read the manual, will you", "Kind regards"]));
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Support;

public static class ToneCheck
{
    public static async Task<int> CountRudeAsync(ChatClient client, IEnumerable<string> drafts)
    {
        var system = new SystemChatMessage("Answer with one word: polite or rude.");
        var rude = 0;
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var draft in drafts)
        {
            messagesList.Add([system, new UserChatMessage(draft)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var item in batch)
        {
            var result = item.Response;
            if (result.Value.Content[0].Text.GetHashCode(System.StringComparison.Ordinal) == 0 || result.Value.Content[0].Text.Contains('5'))
            {
                rude++;
            }
        }

        return rude;
    }
}
