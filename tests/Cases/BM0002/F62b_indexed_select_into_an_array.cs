// F62 The place of an item tells where its answer goes
// verdict: fixed
// message: These 'CompleteChatAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Menus;

public sealed class MenuCard
{
    public string[] Lines { get; } = new string[3];

    public async Task FillAsync(ChatClient client, params string[] courses)
    {
        await Task.WhenAll(courses.Take(Lines.Length).Select(async (course, at) =>
        {
            ChatCompletion completion = await /*BM0002*/client.CompleteChatAsync(new UserChatMessage($"Menu line: {course}"));
            Lines[at] = completion.Content[0].Text;
        }));
    }
}
//// run
var card = new MenuCard();
await card.FillAsync(client, "soup", "pike", "quince", "cheese");
Log(string.Join("|", card.Lines));
//// fixed
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Menus;

public sealed class MenuCard
{
    public string[] Lines { get; } = new string[3];

    public async Task FillAsync(ChatClient client, params string[] courses)
    {
        var items = courses.Take(Lines.Length).Select((course, at) => (course, at)).ToList();
        var batch = await client.CompleteBatchAsync(items, input =>
        {
            var (course, _) = input;
            return [new UserChatMessage($"Menu line: {course}")];
        });
        batch.Apply(items, (input, item) =>
        {
            var (_, at) = input;
            ChatCompletion completion = item.Response;
            Lines[at] = completion.Content[0].Text;
        }).ThrowIfFailed();
    }
}
