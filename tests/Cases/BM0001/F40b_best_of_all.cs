// F40b The longest answer is kept and read after the loop
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'topic', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Contest;

public sealed class LimerickContest(ChatClient client)
{
    public async Task<(string Topic, string Text)?> FindLongestAsync(IEnumerable<string> topics)
    {
        string? winner = null;
        var best = "";
        foreach (var topic in topics)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                new SystemChatMessage("Write a limerick."), new UserChatMessage(topic));
            var limerick = completion.Content[0].Text;
            if (limerick.Length >= best.Length)
            {
                winner = topic;
                best = limerick;
            }
        }

        return winner is null ? null : (winner, best);
    }
}
//// run
Log(await new LimerickContest(client).FindLongestAsync(["a goat", new string('b', 100), "a boat", new string('c', 110), "a coat"]));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Contest;

public sealed class LimerickContest(ChatClient client)
{
    public async Task<(string Topic, string Text)?> FindLongestAsync(IEnumerable<string> topics)
    {
        string? winner = null;
        var best = "";
        var pending = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var topic in topics)
        {
            pending.Add(topic);
            messagesList.Add([new SystemChatMessage("Write a limerick."), new UserChatMessage(topic)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (topic, item) in pending.Zip(batch))
        {
            ChatCompletion completion = item.Response;
            var limerick = completion.Content[0].Text;
            if (limerick.Length >= best.Length)
            {
                winner = topic;
                best = limerick;
            }
        }

        return winner is null ? null : (winner, best);
    }
}
