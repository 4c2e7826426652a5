// F35b The same message list several times, the answers are counted
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per item, one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Names;

public static class NamePoll
{
    public static async Task<Dictionary<string, int>> PollAsync(IChatClient chat, string idea, int rounds)
    {
        ChatMessage[] messages = [new(ChatRole.System, "Answer with one name."), new(ChatRole.User, idea)];
        var votes = new Dictionary<string, int>();
        foreach (var _ in Enumerable.Range(0, rounds))
        {
            var response = await /*BM0001*/chat.GetResponseAsync(messages);
            votes[response.Text] = votes.GetValueOrDefault(response.Text) + 1;
        }

        return votes;
    }
}
//// run
foreach (var (name, count) in await NamePoll.PollAsync(chat, "a boat of cork", 4))
{
    Log($"{name} x {count}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Names;

public static class NamePoll
{
    public static async Task<Dictionary<string, int>> PollAsync(IChatClient chat, string idea, int rounds)
    {
        ChatMessage[] messages = [new(ChatRole.System, "Answer with one name."), new(ChatRole.User, idea)];
        var votes = new Dictionary<string, int>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var _ in Enumerable.Range(0, rounds))
        {
            messagesList.Add(messages);
        }

        var batch = await chat.CompleteBatchAsync(messagesList);
        foreach (var item in batch)
        {
            var response = item.Response;
            votes[response.Text] = votes.GetValueOrDefault(response.Text) + 1;
        }

        return votes;
    }
}
