// F19e The loop stands in a switch section
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'input', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Tools;

public static class TextTool
{
    public static async Task<int> RunAsync(ChatClient client, string command, IReadOnlyList<string> inputs)
    {
        switch (command)
        {
            case "count":
                Console.WriteLine(inputs.Count);
                return 0;

            case "explain":
            case "describe":
                var explained = new List<string>();
                foreach (var input in inputs)
                {
                    ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage($"{command}: {input}")]);
                    explained.Add(completion.Content[0].Text);
                }

                explained.ForEach(Console.WriteLine);
                return 0;

            default:
                Console.Error.WriteLine("Unknown command: " + command);
                return 1;
        }
    }
}
//// run
Log(await TextTool.RunAsync(client, "count", ["a", "b"]));
Log(await TextTool.RunAsync(client, "explain", ["gravity", "tides", "seasons"]));
//// fixed
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Tools;

public static class TextTool
{
    public static async Task<int> RunAsync(ChatClient client, string command, IReadOnlyList<string> inputs)
    {
        switch (command)
        {
            case "count":
                Console.WriteLine(inputs.Count);
                return 0;

            case "explain":
            case "describe":
                var explained = new List<string>();
                var messagesList = new List<IEnumerable<ChatMessage>>();
                foreach (var input in inputs)
                {
                    messagesList.Add([new UserChatMessage($"{command}: {input}")]);
                }

                var batch = await client.CompleteBatchAsync(messagesList);
                foreach (var item in batch)
                {
                    ChatCompletion completion = item.Response;
                    explained.Add(completion.Content[0].Text);
                }

                explained.ForEach(Console.WriteLine);
                return 0;

            default:
                Console.Error.WriteLine("Unknown command: " + command);
                return 1;
        }
    }
}
