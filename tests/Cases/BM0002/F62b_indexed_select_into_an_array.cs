// F62 The place of an item tells where its answer goes
// verdict: fixed
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
