// F98c Windows line ends and tabs
// verdict: fixed
// message: These 2 'CompleteChatAsync' round trips do not need each other's answers; 'CompleteBatchAsync' sends them together
// newline: crlf
// indent: tabs
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Garden;

public static class GardenBook
{
    public static async Task<string> EntryAsync(ChatClient client, string plant)
    {
        // when to sow
        ChatCompletion sowing = await /*BM0004*/client.CompleteChatAsync([new SystemChatMessage("Answer with a month."), new UserChatMessage($"When does one sow {plant}?")]);
        ChatCompletion harvest = await client.CompleteChatAsync([new SystemChatMessage("Answer with a month."), new UserChatMessage($"When does one harvest {plant}?")]);
        return $"{plant}: {sowing.Content[0].Text} to {harvest.Content[0].Text}";
    }
}
//// run
Log(await GardenBook.EntryAsync(client, "peas"));
//// fixed
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Garden;

public static class GardenBook
{
    public static async Task<string> EntryAsync(ChatClient client, string plant)
    {
        var batch = await client.CompleteBatchAsync(
            [
                [new SystemChatMessage("Answer with a month."), new UserChatMessage($"When does one sow {plant}?")],
                [new SystemChatMessage("Answer with a month."), new UserChatMessage($"When does one harvest {plant}?")],
            ]);

        // when to sow
        ChatCompletion sowing = batch[0].Response;
        ChatCompletion harvest = batch[1].Response;
        return $"{plant}: {sowing.Content[0].Text} to {harvest.Content[0].Text}";
    }
}
