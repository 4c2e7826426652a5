// F28c Console lines after the call only, with strict effects
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'phrase', one after another; 'CompleteBatchAsync' sends them together
// effects: strict
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Phrasebook;

public class PhrasePrinter
{
    private readonly ChatClient client;

    public PhrasePrinter(ChatClient client)
    {
        this.client = client;
    }

    public async Task PrintAsync(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage($"Say '{phrase}' in Welsh.")]);
            Console.WriteLine(phrase);
            Console.WriteLine("    " + completion.Content[0].Text);
        }
    }
}
//// run
await new PhrasePrinter(client).PrintAsync(["Good morning", "Where is the station?", "Thank you"]);
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Phrasebook;

public class PhrasePrinter
{
    private readonly ChatClient client;

    public PhrasePrinter(ChatClient client)
    {
        this.client = client;
    }

    public async Task PrintAsync(IEnumerable<string> phrases)
    {
        var pending = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var phrase in phrases)
        {
            pending.Add(phrase);
            messagesList.Add([new UserChatMessage($"Say '{phrase}' in Welsh.")]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (phrase, item) in pending.Zip(batch))
        {
            ChatCompletion completion = item.Response;
            Console.WriteLine(phrase);
            Console.WriteLine("    " + completion.Content[0].Text);
        }
    }
}
