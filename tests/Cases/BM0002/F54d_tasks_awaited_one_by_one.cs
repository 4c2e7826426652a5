// F54 Tasks started together and awaited one by one beside their items
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Weather;

public sealed class Station
{
    public required string Name { get; init; }

    public string? Report { get; set; }
}

public sealed class Bulletin(IChatClient chat)
{
    public async Task FillAsync(List<Station> stations, CancellationToken cancellationToken)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var station in stations)
        {
            tasks.Add(/*BM0002*/chat.GetResponseAsync($"Weather lore of {station.Name}", cancellationToken: cancellationToken));
        }

        foreach (var (station, task) in stations.Zip(tasks))
        {
            station.Report = (await task).Text;
        }
    }
}
//// run
List<Station> stations = [new() { Name = "Fair Isle" }, new() { Name = "Dogger" }, new() { Name = "Viking" }];
await new Bulletin(chat).FillAsync(stations, cancellationToken);
foreach (var station in stations)
{
    Log(station.Report);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Weather;

public sealed class Station
{
    public required string Name { get; init; }

    public string? Report { get; set; }
}

public sealed class Bulletin(IChatClient chat)
{
    public async Task FillAsync(List<Station> stations, CancellationToken cancellationToken)
    {
        var prompts = new List<string>();
        foreach (var station in stations)
        {
            prompts.Add($"Weather lore of {station.Name}");
        }

        var batch = await chat.CompleteBatchAsync(prompts, cancellationToken: cancellationToken);

        foreach (var (station, item) in stations.Zip(batch))
        {
            station.Report = item.Response.Text;
        }
    }
}
