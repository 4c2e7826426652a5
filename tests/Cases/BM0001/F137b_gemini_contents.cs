// F137b Contents of several parts for each item
// verdict: fixed
// message: This loop makes one 'GenerateContentAsync' round trip per item, one after another; 'Batch.RunAsync' sends them together
// uses: Google.GenAI
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Google.GenAI;
using Google.GenAI.Types;

namespace Maps;

public static class Legends
{
    public static async Task<List<string?>> ReadAsync(Models models, IReadOnlyCollection<(string Title, string Legend)> maps, CancellationToken cancellationToken)
    {
        var read = new List<string?>();
        foreach (var (title, legend) in maps)
        {
            List<Content> contents = [new Content { Role = "user", Parts = [Part.FromText(title), new Part { Text = legend }] }];
            var response = await /*BM0001*/models.GenerateContentAsync(model: "gemini-small", contents: contents, cancellationToken: cancellationToken);
            read.Add(response.Candidates?[0].Content?.Parts?[0].Text);
        }

        return read;
    }
}
//// run
foreach (var legend in await Legends.ReadAsync(ScriptedGemini.Make(Ask).Models, [("Alps", "peaks"), ("Fens", "dykes"), ("Cape", "reefs")], cancellationToken))
{
    Log(legend);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Google.GenAI;
using Google.GenAI.Types;

namespace Maps;

public static class Legends
{
    public static async Task<List<string?>> ReadAsync(Models models, IReadOnlyCollection<(string Title, string Legend)> maps, CancellationToken cancellationToken)
    {
        var read = new List<string?>();
        var contentsList = new List<List<Content>>();
        foreach (var (title, legend) in maps)
        {
            List<Content> contents = [new Content { Role = "user", Parts = [Part.FromText(title), new Part { Text = legend }] }];
            contentsList.Add(contents);
        }

        var batch = await Batch.RunAsync(
            contentsList,
            (contents, ct) => models.GenerateContentAsync(model: "gemini-small", contents: contents, cancellationToken: ct),
            cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            var response = item.Response;
            read.Add(response.Candidates?[0].Content?.Parts?[0].Text);
        }

        return read;
    }
}
