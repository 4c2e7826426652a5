// F10a The await stands inside the argument of Add
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'recipe', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Recipes;

public static class Shortener
{
    public static async Task<List<string>> ShortenAsync(ChatClient client, IEnumerable<string> recipes)
    {
        var shortened = new List<string>();

        foreach (var recipe in recipes)
        {
            var messages = new ChatMessage[] { new SystemChatMessage("Shorten to three steps."), new UserChatMessage(recipe) };
            shortened.Add((await /*BM0001*/client.CompleteChatAsync(messages)).Value.Content[0].Text);
        }

        return shortened;
    }
}
//// run
foreach (var recipe in await Shortener.ShortenAsync(client, ["Boil, peel, mash, salt", "Chop, fry, stir", "Knead, rest, bake, cool"]))
{
    Log(recipe);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Recipes;

public static class Shortener
{
    public static async Task<List<string>> ShortenAsync(ChatClient client, IEnumerable<string> recipes)
    {
        var shortened = new List<string>();

        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var recipe in recipes)
        {
            var messages = new ChatMessage[] { new SystemChatMessage("Shorten to three steps."), new UserChatMessage(recipe) };
            messagesList.Add(messages);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var item in batch)
        {
            shortened.Add(item.Response.Value.Content[0].Text);
        }

        return shortened;
    }
}
