// F27a The index of the for loop is used with the answer
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per item, one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Storybook;

public static class Storyteller
{
    public static async Task<string[]> TellAsync(ChatClient client, IReadOnlyList<string> scenes)
    {
        var pages = new string[scenes.Count];
        for (int i = 0; i < scenes.Count; i++)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage($"Tell scene {i + 1}: {scenes[i]}")]);
            pages[scenes.Count - 1 - i] = completion.Content[0].Text;
            Console.WriteLine($"{i + 1}/{scenes.Count} {scenes[i]}");
        }

        return pages;
    }
}
//// run
Log(string.Join("|", await Storyteller.TellAsync(client, ["the wood", "the inn", "the ferry", "the gate"])));
//// fixed
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Storybook;

public static class Storyteller
{
    public static async Task<string[]> TellAsync(ChatClient client, IReadOnlyList<string> scenes)
    {
        var pages = new string[scenes.Count];
        var messagesList = new List<IEnumerable<ChatMessage>>();
        for (int i = 0; i < scenes.Count; i++)
        {
            messagesList.Add([new UserChatMessage($"Tell scene {i + 1}: {scenes[i]}")]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        for (int i = 0; i < scenes.Count; i++)
        {
            ChatCompletion completion = batch[i].Response;
            pages[scenes.Count - 1 - i] = completion.Content[0].Text;
            Console.WriteLine($"{i + 1}/{scenes.Count} {scenes[i]}");
        }

        return pages;
    }
}
