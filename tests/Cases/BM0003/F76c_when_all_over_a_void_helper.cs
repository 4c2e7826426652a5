// F76c A helper without a result is fanned out; each item is filled
// verdict: fixed
// message: 'EnrichOneAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Geodata;

public sealed class Poi
{
    public required string Name { get; init; }

    public string? Category { get; set; }
}

public sealed class PoiEnricher(ChatClient client)
{
    public async Task EnrichAsync(List<Poi> pois, CancellationToken cancellationToken)
    {
        await Task.WhenAll(pois.Select(poi => /*BM0003*/EnrichOneAsync(poi, cancellationToken)));
    }

    private async Task EnrichOneAsync(Poi poi, CancellationToken cancellationToken)
    {
        ChatCompletion completion = await client.CompleteChatAsync(
            [new SystemChatMessage("One word: the category of the place."), new UserChatMessage(poi.Name)], cancellationToken: cancellationToken);
        poi.Category = completion.Content[0].Text.ToLowerInvariant();
    }
}
//// run
var pois = new List<Poi> { new() { Name = "Old Mill" }, new() { Name = "Pier 4" }, new() { Name = "St Ann" }, new() { Name = "Elm Park" } };
try
{
    await new PoiEnricher(client).EnrichAsync(pois, cancellationToken);
}
finally
{
    foreach (var poi in pois)
    {
        Log(poi.Name + ": " + (poi.Category ?? "?"));
    }
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Geodata;

public sealed class Poi
{
    public required string Name { get; init; }

    public string? Category { get; set; }
}

public sealed class PoiEnricher(ChatClient client)
{
    public async Task EnrichAsync(List<Poi> pois, CancellationToken cancellationToken)
    {
        var batch = await Batch.RunAsync(
            pois,
            (poi, _) => EnrichOneAsync(poi, cancellationToken),
            cancellationToken: cancellationToken);
        batch.ThrowIfFailed();
    }

    private async Task EnrichOneAsync(Poi poi, CancellationToken cancellationToken)
    {
        ChatCompletion completion = await client.CompleteChatAsync(
            [new SystemChatMessage("One word: the category of the place."), new UserChatMessage(poi.Name)], cancellationToken: cancellationToken);
        poi.Category = completion.Content[0].Text.ToLowerInvariant();
    }
}
