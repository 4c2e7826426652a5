// F36c The client is a parameter, the helper an extension method
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'text', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Extensions;

public static class ChatClientTopics
{
    public static async Task<IReadOnlyList<(string Text, string Topic)>> FindTopicsAsync(this ChatClient client, params IReadOnlyList<string> texts)
    {
        var topics = new List<(string, string)>(texts.Count);
        foreach (var text in texts)
        {
            var result = await /*BM0001*/client.CompleteChatAsync([new SystemChatMessage("One word: the topic."), new UserChatMessage(text)]);
            topics.Add((text, result.Value.Content[0].Text));
        }

        return topics;
    }
}
//// run
foreach (var (text, topic) in await ChatClientTopics.FindTopicsAsync(client, "Goals in extra time", "The bill was passed", "A cold front"))
{
    Log(text + ": " + topic);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Extensions;

public static class ChatClientTopics
{
    public static async Task<IReadOnlyList<(string Text, string Topic)>> FindTopicsAsync(this ChatClient client, params IReadOnlyList<string> texts)
    {
        var topics = new List<(string, string)>(texts.Count);
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var text in texts)
        {
            messagesList.Add([new SystemChatMessage("One word: the topic."), new UserChatMessage(text)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (text, item) in texts.Zip(batch))
        {
            var result = item.Response;
            topics.Add((text, result.Value.Content[0].Text));
        }

        return topics;
    }
}
