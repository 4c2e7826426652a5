// F34c The loop walks Enumerable.Range
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'offset', one after another; 'CompleteBatchAsync' sends them together
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Calendar;

public static class AlmanacWriter
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    public static async Task<string[]> WriteAsync(ChatClient client, int first, int count)
    {
        var pages = new string[count];
        foreach (var offset in Enumerable.Range(0, count))
        {
            var month = Months[(first + offset) % 12];
            var result = await /*BM0001*/client.CompleteChatAsync([new SystemChatMessage("You write almanacs."), new UserChatMessage(month)]);
            pages[offset] = $"{month}: {result.Value.Content[0].Text}";
        }

        return pages;
    }
}
//// run
Log(string.Join("|", await AlmanacWriter.WriteAsync(client, 10, 4)));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Calendar;

public static class AlmanacWriter
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    public static async Task<string[]> WriteAsync(ChatClient client, int first, int count)
    {
        var pages = new string[count];
        var pending = new List<(int offset, string month)>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var offset in Enumerable.Range(0, count))
        {
            var month = Months[(first + offset) % 12];
            pending.Add((offset, month));
            messagesList.Add([new SystemChatMessage("You write almanacs."), new UserChatMessage(month)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var ((offset, month), item) in pending.Zip(batch))
        {
            var result = item.Response;
            pages[offset] = $"{month}: {result.Value.Content[0].Text}";
        }

        return pages;
    }
}
