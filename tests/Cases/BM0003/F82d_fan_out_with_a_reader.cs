// F82d A fan-out over a helper that reads through a reader of its own, held until the end
// verdict: fixed
// message: 'CityAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Parcels;

public static class LabelReader
{
    public static async Task<string> ReadAllAsync(IChatClient chat, string[] labels)
    {
        var cities = await Task.WhenAll(labels.Select(label => /*BM0003*/CityAsync(chat, label)));
        return string.Join(", ", cities);
    }

    private static async Task<string> CityAsync(IChatClient chat, string label)
    {
        using var reader = new StringReader(label);
        var name = await reader.ReadLineAsync();
        var address = await reader.ReadToEndAsync();
        var response = await chat.GetResponseAsync("Only the city of: " + address);
        return name + " in " + response.Text;
    }
}
//// run
Log(await LabelReader.ReadAllAsync(chat, ["Ida\n1 High St\nLeeds", "Bo\nMarkt 3\nLeipzig", "Ana\nRua Nova 8\nBraga"]));
//// fixed
using System.IO;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Parcels;

public static class LabelReader
{
    public static async Task<string> ReadAllAsync(IChatClient chat, string[] labels)
    {
        var cities = (await Batch.RunAsync(labels, (label, _) => CityAsync(chat, label))).GetResponses();
        return string.Join(", ", cities);
    }

    private static async Task<string> CityAsync(IChatClient chat, string label)
    {
        using var reader = new StringReader(label);
        var name = await reader.ReadLineAsync();
        var address = await reader.ReadToEndAsync();
        var response = await chat.GetResponseAsync("Only the city of: " + address);
        return name + " in " + response.Text;
    }
}
