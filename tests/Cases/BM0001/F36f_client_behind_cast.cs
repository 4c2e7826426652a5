// F36f The client stands behind a cast
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'guest', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Plugins;

public sealed class Host
{
    private readonly Dictionary<string, object> services = [];

    public Host With(string name, object service)
    {
        services[name] = service;
        return this;
    }

    public object Get(string name) => services[name];
}

public static class GreetingPlugin
{
    public static async Task<List<string>> GreetAsync(Host host, IEnumerable<string> guests)
    {
        var model = host.Get("chat");
        var greetings = new List<string>();
        foreach (var guest in guests)
        {
            var response = await /*BM0001*/((IChatClient)model).GetResponseAsync($"Greet {guest}.");
            greetings.Add(response.Text);
        }

        return greetings;
    }
}
//// run
Log(string.Join("|", await GreetingPlugin.GreetAsync(new Host().With("chat", chat), ["the mayor", "the band", "the neighbours"])));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Plugins;

public sealed class Host
{
    private readonly Dictionary<string, object> services = [];

    public Host With(string name, object service)
    {
        services[name] = service;
        return this;
    }

    public object Get(string name) => services[name];
}

public static class GreetingPlugin
{
    public static async Task<List<string>> GreetAsync(Host host, IEnumerable<string> guests)
    {
        var model = host.Get("chat");
        var greetings = new List<string>();
        var batch = await ((IChatClient)model).CompleteBatchAsync(guests.Select(guest => $"Greet {guest}."));
        foreach (var item in batch)
        {
            var response = item.Response;
            greetings.Add(response.Text);
        }

        return greetings;
    }
}
