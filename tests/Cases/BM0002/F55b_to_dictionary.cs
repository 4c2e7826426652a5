// F55 A dictionary of tasks, made by a query
// verdict: fixed
// message: These 'CompleteChatAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Herbarium;

public sealed record Plant(string Latin, string Habitat);

public sealed class Labels(ChatClient client)
{
    public async Task<List<string>> PrintAsync(Plant[] plants, CancellationToken cancellationToken)
    {
        var tasks = plants.ToDictionary(
            plant => plant.Latin,
            plant => /*BM0002*/client.CompleteChatAsync([new UserChatMessage($"Label for {plant.Latin}, {plant.Habitat}")], cancellationToken: cancellationToken));
        await Task.WhenAll(tasks.Values);

        var labels = new List<string>();
        foreach (var pair in tasks)
        {
            ChatCompletion completion = await pair.Value;
            labels.Add($"{pair.Key}: {completion.Content[0].Text}");
        }

        labels.Add((await tasks["Bellis perennis"]).Value.Content[0].Text);
        return labels;
    }
}
//// run
foreach (var label in await new Labels(client).PrintAsync([new("Bellis perennis", "meadow"), new("Acer campestre", "hedge")], cancellationToken))
{
    Log(label);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Herbarium;

public sealed record Plant(string Latin, string Habitat);

public sealed class Labels(ChatClient client)
{
    public async Task<List<string>> PrintAsync(Plant[] plants, CancellationToken cancellationToken)
    {
        var batch = await client.CompleteBatchAsync(
            plants,
            plant => [new UserChatMessage($"Label for {plant.Latin}, {plant.Habitat}")],
            cancellationToken: cancellationToken);
        var items = plants.Select(plant => plant.Latin).Zip(batch).ToDictionary();
        batch.ThrowIfFailed();

        var labels = new List<string>();
        foreach (var pair in items)
        {
            ChatCompletion completion = pair.Value.Response;
            labels.Add($"{pair.Key}: {completion.Content[0].Text}");
        }

        labels.Add(items["Bellis perennis"].Response.Value.Content[0].Text);
        return labels;
    }
}
