// F94 Each call has options of its own
// verdict: fixed
// message: These 3 'GetResponseAsync' round trips do not need each other's answers; 'CompleteBatchAsync' sends them together
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Names;

public static class NameFinder
{
    public static async Task<string> FindAsync(IChatClient chat, string product)
    {
        var sober = await /*BM0004*/chat.GetResponseAsync($"A sober name for {product}", new ChatOptions { Temperature = 0 });
        var wild = await chat.GetResponseAsync(new ChatMessage(ChatRole.User, $"A wild name for {product}"), new ChatOptions { Temperature = 1 });
        var plain = await chat.GetResponseAsync($"Any name for {product}");
        return $"{sober.Text}/{wild.Text}/{plain.Text}";
    }
}
//// run
Log(await NameFinder.FindAsync(chat, "a kettle"));
Log(await NameFinder.FindAsync(chat, "a lamp"));
//// fixed
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Names;

public static class NameFinder
{
    public static async Task<string> FindAsync(IChatClient chat, string product)
    {
        var batch = await chat.CompleteBatchAsync(
            [
                new ChatRequest([new ChatMessage(ChatRole.User, $"A sober name for {product}")], new ChatOptions { Temperature = 0 }),
                new ChatRequest([new ChatMessage(ChatRole.User, $"A wild name for {product}")], new ChatOptions { Temperature = 1 }),
                new ChatRequest([new ChatMessage(ChatRole.User, $"Any name for {product}")]),
            ]);
        var sober = batch[0].Response;
        var wild = batch[1].Response;
        var plain = batch[2].Response;
        return $"{sober.Text}/{wild.Text}/{plain.Text}";
    }
}
