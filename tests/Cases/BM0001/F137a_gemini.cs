// F137a A text for each item, with a configuration that all share
// verdict: fixed
// message: This loop makes one 'GenerateContentAsync' round trip per 'sighting', one after another; 'Batch.RunAsync' sends them together
// uses: Google.GenAI
using System.Collections.Generic;
using System.Threading.Tasks;
using Google.GenAI;
using Google.GenAI.Types;

namespace Birds;

public sealed class Sighting
{
    public required string Notes { get; init; }

    public string? Species { get; set; }
}

public sealed class Identifier(Client client)
{
    public async Task IdentifyAsync(List<Sighting> sightings)
    {
        var config = new GenerateContentConfig { Temperature = 0 };
        foreach (var sighting in sightings)
        {
            var response = await /*BM0001*/client.Models.GenerateContentAsync("gemini-small", $"Which bird? {sighting.Notes}", config);
            sighting.Species = response.Text;
        }
    }
}
//// run
List<Sighting> sightings = [new() { Notes = "red breast" }, new() { Notes = "long bill" }, new() { Notes = "at night" }];
await new Identifier(ScriptedGemini.Make(Ask)).IdentifyAsync(sightings);
foreach (var sighting in sightings)
{
    Log(sighting.Species);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Google.GenAI;
using Google.GenAI.Types;

namespace Birds;

public sealed class Sighting
{
    public required string Notes { get; init; }

    public string? Species { get; set; }
}

public sealed class Identifier(Client client)
{
    public async Task IdentifyAsync(List<Sighting> sightings)
    {
        var config = new GenerateContentConfig { Temperature = 0 };
        var batch = await Batch.RunAsync(
            sightings,
            (sighting, ct) => client.Models.GenerateContentAsync("gemini-small", $"Which bird? {sighting.Notes}", config, cancellationToken: ct));
        foreach (var (sighting, item) in sightings.Zip(batch))
        {
            var response = item.Response;
            sighting.Species = response.Text;
        }
    }
}
