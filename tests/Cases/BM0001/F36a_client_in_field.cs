// F36a The client is in a static field
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'photo', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Scripts;

public static class Renamer
{
    private static ChatClient s_client = new("gpt-4o-mini", Environment.GetEnvironmentVariable("OPENAI_API_KEY") ?? "none");

    public static void Use(ChatClient client) => s_client = client;

    public static async Task<Dictionary<string, string>> RenameAsync(IEnumerable<string> photos)
    {
        var renamed = new Dictionary<string, string>();
        foreach (var photo in photos)
        {
            ChatCompletion completion = await /*BM0001*/s_client.CompleteChatAsync([new UserChatMessage("A better file name for " + photo)]);
            renamed.Add(photo, completion.Content[0].Text);
        }

        return renamed;
    }
}
//// run
Renamer.Use(client);
foreach (var (photo, name) in await Renamer.RenameAsync(["IMG_0001.jpg", "IMG_0002.jpg", "DSC7.jpg"]))
{
    Log(photo + " -> " + name);
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Scripts;

public static class Renamer
{
    private static ChatClient s_client = new("gpt-4o-mini", Environment.GetEnvironmentVariable("OPENAI_API_KEY") ?? "none");

    public static void Use(ChatClient client) => s_client = client;

    public static async Task<Dictionary<string, string>> RenameAsync(IEnumerable<string> photos)
    {
        var renamed = new Dictionary<string, string>();
        var pending = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var photo in photos)
        {
            pending.Add(photo);
            messagesList.Add([new UserChatMessage("A better file name for " + photo)]);
        }

        var batch = await s_client.CompleteBatchAsync(messagesList);
        foreach (var (photo, item) in pending.Zip(batch))
        {
            ChatCompletion completion = item.Response;
            renamed.Add(photo, completion.Content[0].Text);
        }

        return renamed;
    }
}
