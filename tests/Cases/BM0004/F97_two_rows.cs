// F97 A second row that needs the first one's answers, and two clients in turn
// verdict: fixed
// message: These 2 'GetResponseAsync' round trips do not need each other's answers; 'CompleteBatchAsync' sends them together
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Debates;

public sealed class Debate(IChatClient fast, IChatClient careful)
{
    public async Task<string> HoldAsync(string motion)
    {
        var pro = await /*BM0004*/fast.GetResponseAsync($"Speak for: {motion}");
        var contra = await fast.GetResponseAsync($"Speak against: {motion}");
        var rebuttal = await /*BM0004*/fast.GetResponseAsync($"Answer this speech: {contra.Text}");
        var retort = await fast.GetResponseAsync($"Answer that speech: {pro.Text}");
        return $"{pro.Text} {contra.Text} {rebuttal.Text} {retort.Text}";
    }

    public async Task<string> CheckAsync(string claim)
    {
        var quick = await /*BM0004*/fast.GetResponseAsync($"True or false? {claim}");
        var slow = await /*BM0004*/careful.GetResponseAsync($"Is this proven? {claim}");
        var source = await fast.GetResponseAsync($"Where was it said? {claim}");
        var doubt = await careful.GetResponseAsync($"Who doubts it? {claim}");
        return $"{quick.Text} {slow.Text} {source.Text} {doubt.Text}";
    }
}
//// run
Log(await new Debate(chat, chat).HoldAsync("Tea is better than coffee."));
Log(await new Debate(chat, chat).CheckAsync("The moon is a stone."));
//// fixed
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Debates;

public sealed class Debate(IChatClient fast, IChatClient careful)
{
    public async Task<string> HoldAsync(string motion)
    {
        var batch = await fast.CompleteBatchAsync([$"Speak for: {motion}", $"Speak against: {motion}"]);
        var pro = batch[0].Response;
        var contra = batch[1].Response;
        var batch2 = await fast.CompleteBatchAsync([$"Answer this speech: {contra.Text}", $"Answer that speech: {pro.Text}"]);
        var rebuttal = batch2[0].Response;
        var retort = batch2[1].Response;
        return $"{pro.Text} {contra.Text} {rebuttal.Text} {retort.Text}";
    }

    public async Task<string> CheckAsync(string claim)
    {
        var batch = await fast.CompleteBatchAsync([$"True or false? {claim}", $"Where was it said? {claim}"]);
        var quick = batch[0].Response;
        var batch2 = await careful.CompleteBatchAsync([$"Is this proven? {claim}", $"Who doubts it? {claim}"]);
        var slow = batch2[0].Response;
        var source = batch[1].Response;
        var doubt = batch2[1].Response;
        return $"{quick.Text} {slow.Text} {source.Text} {doubt.Text}";
    }
}
