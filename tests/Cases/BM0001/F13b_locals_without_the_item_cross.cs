// F13b Two computed locals cross, the item itself does not
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'line', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Logbooks;

public static class LogbookReader
{
    public static async Task<Dictionary<string, List<string>>> ReadAsync(IChatClient chat, IEnumerable<string> lines)
    {
        var byStation = new Dictionary<string, List<string>>();
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            var station = line.Substring(0, colon);
            var remark = line.Substring(colon + 1).Trim();
            var response = await /*BM0001*/chat.GetResponseAsync("Put into plain words: " + remark);

            if (!byStation.TryGetValue(station, out var remarks))
            {
                remarks = new List<string>();
                byStation.Add(station, remarks);
            }

            remarks.Add(remark + " -> " + response.Text);
        }

        return byStation;
    }
}
//// run
var byStation = await LogbookReader.ReadAsync(chat, ["north: vis 2nm", "no colon here", "south: ssw 7", "north: fog sig on"]);
foreach (var (station, remarks) in byStation)
{
    Log(station + ": " + string.Join("; ", remarks));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Logbooks;

public static class LogbookReader
{
    public static async Task<Dictionary<string, List<string>>> ReadAsync(IChatClient chat, IEnumerable<string> lines)
    {
        var byStation = new Dictionary<string, List<string>>();
        var pending = new List<(string line, int colon, string remark)>();
        var prompts = new List<string>();
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            var remark = line.Substring(colon + 1).Trim();
            pending.Add((line, colon, remark));
            prompts.Add("Put into plain words: " + remark);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var ((line, colon, remark), item) in pending.Zip(batch))
        {
            var station = line.Substring(0, colon);
            var response = item.Response;

            if (!byStation.TryGetValue(station, out var remarks))
            {
                remarks = new List<string>();
                byStation.Add(station, remarks);
            }

            remarks.Add(remark + " -> " + response.Text);
        }

        return byStation;
    }
}
