// F70k The helper returns a ValueTask
// verdict: fixed
// message: 'FactAsync' is called for one item at a time; 'FactBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Geography;

public readonly record struct Place(string Name, string Country);

public static class PlaceFacts
{
    public static async Task<Dictionary<Place, string>> GatherAsync(IChatClient chat, IEnumerable<Place> places)
    {
        var facts = new Dictionary<Place, string>();
        foreach (var place in places)
        {
            facts[place] = await /*BM0003*/FactAsync(chat, place).ConfigureAwait(false);
        }

        return facts;
    }

    private static async ValueTask<string> FactAsync(IChatClient chat, Place place)
    {
        var response = await chat.GetResponseAsync($"One fact about {place.Name} in {place.Country}.").ConfigureAwait(false);
        return response.Text;
    }
}
//// run
Place[] places = [new("Ulm", "Germany"), new("Braga", "Portugal"), new("Turku", "Finland")];
foreach (var (place, fact) in await PlaceFacts.GatherAsync(chat, places))
{
    Log(place.Name + ": " + fact);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Geography;

public readonly record struct Place(string Name, string Country);

public static class PlaceFacts
{
    public static async Task<Dictionary<Place, string>> GatherAsync(IChatClient chat, IEnumerable<Place> places)
    {
        var facts = new Dictionary<Place, string>();
        var pending = places.ToList();
        var batch = await FactBatchAsync(chat, pending).ConfigureAwait(false);
        foreach (var (place, item) in pending.Zip(batch))
        {
            facts[place] = item.Response;
        }

        return facts;
    }

    private static async Task<BatchResult<string>> FactBatchAsync(IChatClient chat, IEnumerable<Place> places)
    {
        var batch = await chat.CompleteBatchAsync(places, place => $"One fact about {place.Name} in {place.Country}.").ConfigureAwait(false);
        return batch.Map(response => response.Text);
    }
}
