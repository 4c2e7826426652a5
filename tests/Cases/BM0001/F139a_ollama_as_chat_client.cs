// F139a A client that implements the common interface
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'pet', one after another; 'CompleteBatchAsync' sends them together
// uses: OllamaSharp
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using OllamaSharp;

namespace Names;

public sealed class Namer(OllamaApiClient ollama)
{
    public async Task<List<string>> NameAsync(string[] pets, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        foreach (var pet in pets)
        {
            var response = await /*BM0001*/ollama.GetResponseAsync($"A name for a {pet}", cancellationToken: cancellationToken);
            names.Add(response.Text);
        }

        return names;
    }
}
//// run
foreach (var name in await new Namer(new ScriptedOllama(Ask)).NameAsync(["cat", "dog", "fish"], cancellationToken))
{
    Log(name);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OllamaSharp;

namespace Names;

public sealed class Namer(OllamaApiClient ollama)
{
    public async Task<List<string>> NameAsync(string[] pets, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var batch = await ollama.CompleteBatchAsync(pets.Select(pet => $"A name for a {pet}"), cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            var response = item.Response;
            names.Add(response.Text);
        }

        return names;
    }
}
