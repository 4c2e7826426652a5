// F38h A C# 9 project where several locals cross
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'reading', one after another; 'CompleteBatchAsync' sends them together
// language: 9
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Weather
{
    public static class ForecastWriter
    {
        public static async Task<List<string>> WriteAsync(IChatClient chat, IEnumerable<KeyValuePair<string, int[]>> readings)
        {
            var lines = new List<string>();
            foreach (var reading in readings)
            {
                var station = reading.Key.ToUpperInvariant();
                var latest = reading.Value[reading.Value.Length - 1];
                var response = await /*BM0001*/chat.GetResponseAsync($"{station} reads {latest} degrees. What comes next?");
                lines.Add($"{station} {latest}: {response.Text}");
            }

            return lines;
        }
    }
}
//// run
var readings = new SortedDictionary<string, int[]> { ["fell"] = new[] { 3, 4 }, ["moor"] = new[] { 8 }, ["quay"] = new[] { 11, 12, 10 } };
Log(string.Join("|", await ForecastWriter.WriteAsync(chat, readings)));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Weather
{
    public static class ForecastWriter
    {
        public static async Task<List<string>> WriteAsync(IChatClient chat, IEnumerable<KeyValuePair<string, int[]>> readings)
        {
            var lines = new List<string>();
            var pending = new List<(string station, int latest)>();
            var prompts = new List<string>();
            foreach (var reading in readings)
            {
                var station = reading.Key.ToUpperInvariant();
                var latest = reading.Value[reading.Value.Length - 1];
                pending.Add((station, latest));
                prompts.Add($"{station} reads {latest} degrees. What comes next?");
            }

            var batch = await chat.CompleteBatchAsync(prompts);
            foreach (var ((station, latest), item) in pending.Zip(batch))
            {
                var response = item.Response;
                lines.Add($"{station} {latest}: {response.Text}");
            }

            return lines;
        }
    }
}
