// F77c Two classes loop over one static helper in another file
// verdict: fixed
// message: 'DescribeAsync' is called for one item at a time; 'DescribeBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Weather;

public sealed class MorningReport(IChatClient chat)
{
    public async Task<string> WriteAsync(IEnumerable<Station> stations, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var station in stations)
        {
            lines.Add(await /*BM0003*/Forecasts.DescribeAsync(chat, station, cancellationToken));
        }

        return string.Join('\n', lines);
    }
}

public sealed class StationPages(IChatClient chat)
{
    public Dictionary<string, string> Pages { get; } = new();

    public async Task UpdateAsync(IReadOnlyList<Station> stations, CancellationToken cancellationToken)
    {
        for (var i = 0; i < stations.Count; i++)
        {
            Pages[stations[i].Name] = await /*BM0003*/Forecasts.DescribeAsync(chat, stations[i], cancellationToken);
        }
    }
}
//// file Forecasts.cs
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Weather;

public sealed record Station(string Name, int Pressure);

internal static class Forecasts
{
    /// <summary>Describes the weather of one station.</summary>
    internal static async Task<string> DescribeAsync(IChatClient chat, Station station, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync(
            $"The weather at {station.Name}, {station.Pressure} hPa, in one sentence.", cancellationToken: cancellationToken);
        return station.Name + ": " + response.Text;
    }
}
//// run
Station[] north = [new("Skagen", 1002), new("Hel", 1010), new("Sylt", 998)];
Station[] south = [new("Bari", 1015), new("Ragusa", 1018), new("Corfu", 1020)];
var pages = new StationPages(chat);
Log(await new MorningReport(chat).WriteAsync(north, cancellationToken));
try
{
    await pages.UpdateAsync(south, cancellationToken);
}
finally
{
    Log(pages.Pages);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Weather;

public sealed class MorningReport(IChatClient chat)
{
    public async Task<string> WriteAsync(IEnumerable<Station> stations, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var batch = await Forecasts.DescribeBatchAsync(chat, stations, cancellationToken);
        foreach (var item in batch)
        {
            lines.Add(item.Response);
        }

        return string.Join('\n', lines);
    }
}

public sealed class StationPages(IChatClient chat)
{
    public Dictionary<string, string> Pages { get; } = new();

    public async Task UpdateAsync(IReadOnlyList<Station> stations, CancellationToken cancellationToken)
    {
        var batch = await Forecasts.DescribeBatchAsync(chat, stations, cancellationToken);
        for (var i = 0; i < stations.Count; i++)
        {
            Pages[stations[i].Name] = batch[i].Response;
        }
    }
}
//// fixed Forecasts.cs
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Weather;

public sealed record Station(string Name, int Pressure);

internal static class Forecasts
{
    /// <summary>Describes the weather of one station.</summary>
    internal static async Task<string> DescribeAsync(IChatClient chat, Station station, CancellationToken cancellationToken) =>
        (await DescribeBatchAsync(chat, [station], cancellationToken))[0].Response;

    /// <summary>Does what <c>DescribeAsync</c> does, for many stations in one batch: an outcome for each, in their order.</summary>
    internal static async Task<BatchResult<string>> DescribeBatchAsync(
        IChatClient chat, IEnumerable<Station> stations, CancellationToken cancellationToken)
    {
        var pending = stations.ToList();
        var batch = await chat.CompleteBatchAsync(
            pending,
            station => $"The weather at {station.Name}, {station.Pressure} hPa, in one sentence.",
            cancellationToken: cancellationToken);
        return batch.Map(pending, (station, item) =>
        {
            var response = item.Response;
            return station.Name + ": " + response.Text;
        });
    }
}
