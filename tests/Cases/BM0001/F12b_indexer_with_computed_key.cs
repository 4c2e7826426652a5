// F12b The key is computed from the item, the value read through the answer
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'place', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Atlas;

public sealed record Place(string Country, string City);

public sealed class PlaceGuide(ChatClient client)
{
    private readonly Dictionary<string, string> guide = new();

    public IReadOnlyDictionary<string, string> Guide => guide;

    public async Task AddAsync(IReadOnlyList<Place> places)
    {
        foreach (var place in places)
            guide[$"{place.Country}/{place.City}"] = (await /*BM0001*/client.CompleteChatAsync(
                [new UserChatMessage("What to see in " + place.City)])).Value.Content[0].Text;
    }
}
//// run
var guide = new PlaceGuide(client);
try
{
    await guide.AddAsync([new("FR", "Lyon"), new("IT", "Parma"), new("PT", "Braga")]);
}
finally
{
    foreach (var (key, text) in guide.Guide)
    {
        Log(key + "=" + text);
    }
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Atlas;

public sealed record Place(string Country, string City);

public sealed class PlaceGuide(ChatClient client)
{
    private readonly Dictionary<string, string> guide = new();

    public IReadOnlyDictionary<string, string> Guide => guide;

    public async Task AddAsync(IReadOnlyList<Place> places)
    {
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var place in places)
            messagesList.Add([new UserChatMessage("What to see in " + place.City)]);

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (place, item) in places.Zip(batch))
            guide[$"{place.Country}/{place.City}"] = item.Response.Value.Content[0].Text;
    }
}
