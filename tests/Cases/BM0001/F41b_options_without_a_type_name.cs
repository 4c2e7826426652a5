// F41 Options made by a target-typed new
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'club', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Mottos;

public static class MottoWriter
{
    public static async Task<List<string>> WriteAsync(ChatClient client, List<string> clubs)
    {
        var mottos = new List<string>();
        foreach (var club in clubs)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage("A motto for " + club)], new() { MaxOutputTokenCount = 20 });
            mottos.Add(completion.Content[0].Text);
        }

        return mottos;
    }
}
//// run
foreach (var motto in await Mottos.MottoWriter.WriteAsync(client, ["chess", "rowing", "choir"]))
{
    Log(motto);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Mottos;

public static class MottoWriter
{
    public static async Task<List<string>> WriteAsync(ChatClient client, List<string> clubs)
    {
        var mottos = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var club in clubs)
        {
            messagesList.Add([new UserChatMessage("A motto for " + club)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList, options: new() { MaxOutputTokenCount = 20 });
        foreach (var item in batch)
        {
            ChatCompletion completion = item.Response;
            mottos.Add(completion.Content[0].Text);
        }

        return mottos;
    }
}
