// F11e The await stands inside an interpolated string
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'season', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Console2Text;

internal static class Haiku
{
    public static async Task PrintAsync(ChatClient client, string[] seasons)
    {
        foreach (var season in seasons)
        {
            Console.WriteLine($"{season}: {(await /*BM0001*/client.CompleteChatAsync([new UserChatMessage($"A haiku on {season}")])).Value.Content[0].Text}");
        }
    }
}
//// run
await Haiku.PrintAsync(client, ["spring", "summer", "autumn", "winter"]);
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Console2Text;

internal static class Haiku
{
    public static async Task PrintAsync(ChatClient client, string[] seasons)
    {
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var season in seasons)
        {
            messagesList.Add([new UserChatMessage($"A haiku on {season}")]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (season, item) in seasons.Zip(batch))
        {
            Console.WriteLine($"{season}: {item.Response.Value.Content[0].Text}");
        }
    }
}
