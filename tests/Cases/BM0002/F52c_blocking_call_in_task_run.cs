// F52 Task.Run around a synchronous call
// verdict: fixed
// message: These 'CompleteChat' requests are fanned out by hand, without a limit; 'Batch.RunAsync' sends them together, a bounded number at a time
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Recipes;

public static class Shopping
{
    public static async Task<string[]> ListAsync(ChatClient client, string[] dishes) =>
        await Task.WhenAll(dishes.Select(dish => Task.Run(() => /*BM0002*/client.CompleteChat(new UserChatMessage($"Ingredients of {dish}?")).Value.Content[0].Text)));
}
//// run
foreach (var line in await Shopping.ListAsync(client, ["Ribollita", "Dal", "Borscht"]))
{
    Log(line);
}
//// fixed
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Recipes;

public static class Shopping
{
    public static async Task<string[]> ListAsync(ChatClient client, string[] dishes) =>
        (await Batch.RunAsync(
            dishes,
            (dish, _) => Task.Run(() => client.CompleteChat(new UserChatMessage($"Ingredients of {dish}?")).Value.Content[0].Text))).GetResponses();
}
