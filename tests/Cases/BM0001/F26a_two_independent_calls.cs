// F26a Two independent calls in one body, both answers used at the end
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'item', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Museum;

public sealed record Label(string Object, string English, string French);

public static class LabelWriter
{
    public static async Task<List<Label>> WriteAsync(ChatClient client, IEnumerable<string> objects)
    {
        var labels = new List<Label>();
        foreach (var item in objects)
        {
            ChatCompletion english = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage($"A label for {item}, in English.")]);
            ChatCompletion french = await client.CompleteChatAsync([new UserChatMessage($"A label for {item}, in French.")]);
            labels.Add(new Label(item, english.Content[0].Text, french.Content[0].Text));
        }

        return labels;
    }
}
//// run
foreach (var label in await LabelWriter.WriteAsync(client, new List<string> { "amphora", "sextant", "loom" }))
{
    Log(label);
}
//// fixed
using System.ClientModel;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Museum;

public sealed record Label(string Object, string English, string French);

public static class LabelWriter
{
    public static async Task<List<Label>> WriteAsync(ChatClient client, IEnumerable<string> objects)
    {
        var labels = new List<Label>();
        var pending = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var item in objects)
        {
            pending.Add(item);
            messagesList.Add([new UserChatMessage($"A label for {item}, in English.")]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        var pending2 = new List<(string item, BatchItem<ClientResult<ChatCompletion>> item2)>();
        var messagesList2 = new List<IEnumerable<ChatMessage>>();
        foreach (var (item, item2) in pending.Zip(batch))
        {
            pending2.Add((item, item2));
            messagesList2.Add([new UserChatMessage($"A label for {item}, in French.")]);
        }

        var batch2 = await client.CompleteBatchAsync(messagesList2);
        foreach (var ((item, item2), item3) in pending2.Zip(batch2))
        {
            ChatCompletion english = item2.Response;
            ChatCompletion french = item3.Response;
            labels.Add(new Label(item, english.Content[0].Text, french.Content[0].Text));
        }

        return labels;
    }
}
