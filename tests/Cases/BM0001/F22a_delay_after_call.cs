// F22a A fixed Task.Delay after each call becomes pacing
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'department', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Nightly;

public sealed class NightlyReport(ChatClient client)
{
    public async Task<List<string>> BuildAsync(IReadOnlyList<string> departments)
    {
        var parts = new List<string>();
        foreach (var department in departments)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage("Report on " + department)]);
            parts.Add(completion.Content[0].Text);

            await Task.Delay(20); // the provider's limit
        }

        return parts;
    }
}
//// run
Log(string.Join("|", await new NightlyReport(client).BuildAsync(["sales", "stores", "repairs"])));
//// fixed
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Nightly;

public sealed class NightlyReport(ChatClient client)
{
    public async Task<List<string>> BuildAsync(IReadOnlyList<string> departments)
    {
        var parts = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var department in departments)
        {
            messagesList.Add([new UserChatMessage("Report on " + department)]);
        }

        // the provider's limit
        var batch = await client.CompleteBatchAsync(
            messagesList,
            batchOptions: new BatchOptions { Pacing = TimeSpan.FromMilliseconds(20) });
        foreach (var item in batch)
        {
            ChatCompletion completion = item.Response;
            parts.Add(completion.Content[0].Text);
        }

        return parts;
    }
}
