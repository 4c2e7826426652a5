// F28a Console progress lines before and after the call
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'file', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Importer;

public static class Program
{
    public static async Task<List<string>> ImportAsync(ChatClient client, IReadOnlyList<string> files)
    {
        var imported = new List<string>();
        foreach (var file in files)
        {
            Console.Write($"Reading {file} ... ");
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage("What is in " + file + "?")]);
            imported.Add(completion.Content[0].Text);
            Console.WriteLine("done");
        }

        Console.WriteLine($"{imported.Count} files imported");
        return imported;
    }
}
//// run
Log(string.Join("|", await Importer.Program.ImportAsync(client, ["a.csv", "b.csv", "c.csv"])));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Importer;

public static class Program
{
    public static async Task<List<string>> ImportAsync(ChatClient client, IReadOnlyList<string> files)
    {
        var imported = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var file in files)
        {
            messagesList.Add([new UserChatMessage("What is in " + file + "?")]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (file, item) in files.Zip(batch))
        {
            Console.Write($"Reading {file} ... ");
            ChatCompletion completion = item.Response;
            imported.Add(completion.Content[0].Text);
            Console.WriteLine("done");
        }

        Console.WriteLine($"{imported.Count} files imported");
        return imported;
    }
}
