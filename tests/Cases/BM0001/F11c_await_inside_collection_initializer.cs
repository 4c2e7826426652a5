// F11c The await stands inside a collection initializer
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'city', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Tables;

public static class RowWriter
{
    public static async Task<List<List<string>>> WriteAsync(ChatClient client, IEnumerable<string> cities)
    {
        var rows = new List<List<string>>();
        foreach (var city in cities)
        {
            var row = new List<string>
            {
                city,
                (await /*BM0001*/client.CompleteChatAsync(new UserChatMessage($"How many people live in {city}?"))).Value.Content[0].Text,
                "estimate",
            };
            rows.Add(row);
        }

        return rows;
    }
}
//// run
foreach (var row in await RowWriter.WriteAsync(client, new List<string> { "Quito", "Porto", "Gdansk" }))
{
    Log(string.Join(";", row));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Tables;

public static class RowWriter
{
    public static async Task<List<List<string>>> WriteAsync(ChatClient client, IEnumerable<string> cities)
    {
        var rows = new List<List<string>>();
        var pending = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var city in cities)
        {
            pending.Add(city);
            messagesList.Add([new UserChatMessage($"How many people live in {city}?")]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (city, item) in pending.Zip(batch))
        {
            var row = new List<string>
            {
                city,
                item.Response.Value.Content[0].Text,
                "estimate",
            };
            rows.Add(row);
        }

        return rows;
    }
}
