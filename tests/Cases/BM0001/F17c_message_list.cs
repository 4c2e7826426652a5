// F17c IChatClient with a list of messages made in the iteration
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'region', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Geography;

public sealed record Region(string Name, double Area);

public sealed class RegionFacts(IChatClient chat, string style)
{
    public async Task<List<(Region Region, string Fact)>> GatherAsync(IEnumerable<Region> regions, CancellationToken cancellationToken)
    {
        var facts = new List<(Region, string)>();
        foreach (var region in regions)
        {
            List<ChatMessage> messages =
            [
                new(ChatRole.System, style),
                new(ChatRole.User, $"{region.Name} has {region.Area:F0} square kilometres. What has the same size?"),
            ];

            ChatResponse response = await /*BM0001*/chat.GetResponseAsync(messages, cancellationToken: cancellationToken);
            facts.Add((region, response.Text));
        }

        return facts;
    }
}
//// run
foreach (var (region, fact) in await new RegionFacts(chat, "Be brief.").GatherAsync([new("Fen", 12.4), new("Dale", 300), new("Moor", 77.7)], cancellationToken))
{
    Log(region.Name + ": " + fact);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Geography;

public sealed record Region(string Name, double Area);

public sealed class RegionFacts(IChatClient chat, string style)
{
    public async Task<List<(Region Region, string Fact)>> GatherAsync(IEnumerable<Region> regions, CancellationToken cancellationToken)
    {
        var facts = new List<(Region, string)>();
        var pending = new List<Region>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var region in regions)
        {
            List<ChatMessage> messages =
            [
                new(ChatRole.System, style),
                new(ChatRole.User, $"{region.Name} has {region.Area:F0} square kilometres. What has the same size?"),
            ];

            pending.Add(region);
            messagesList.Add(messages);
        }

        var batch = await chat.CompleteBatchAsync(messagesList, cancellationToken: cancellationToken);
        foreach (var (region, item) in pending.Zip(batch))
        {
            ChatResponse response = item.Response;
            facts.Add((region, response.Text));
        }

        return facts;
    }
}
