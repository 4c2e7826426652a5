// F83d The name of the method for many is taken by a method that does something else
// verdict: fixed
// message: 'ProofAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Printing;

public sealed class Leaflet(string text)
{
    public string Text { get; } = text;

    public string? Proof { get; set; }
}

public sealed class ProofReader(IChatClient chat)
{
    private readonly HashSet<string> _printed = new();

    public async Task ReadAllAsync(IEnumerable<Leaflet> leaflets, CancellationToken cancellationToken)
    {
        foreach (var leaflet in leaflets)
        {
            leaflet.Proof = await /*BM0003*/ProofAsync(leaflet.Text, cancellationToken);
        }
    }

    /// <summary>Marks a print batch as done; has nothing to do with requests.</summary>
    public Task<bool> ProofBatchAsync(string printBatch) => Task.FromResult(_printed.Add(printBatch));

    private async Task<string> ProofAsync(string text, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync("Correct the text: " + text, cancellationToken: cancellationToken);
        return response.Text;
    }
}
//// run
var reader = new ProofReader(chat);
Leaflet[] leaflets = [new("Buy won, get two"), new("Fresh bred"), new("No enterance")];
try
{
    await reader.ReadAllAsync(leaflets, cancellationToken);
    Log(await reader.ProofBatchAsync("May"));
}
finally
{
    Log(string.Join("|", leaflets.Select(leaflet => leaflet.Proof ?? "-")));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Printing;

public sealed class Leaflet(string text)
{
    public string Text { get; } = text;

    public string? Proof { get; set; }
}

public sealed class ProofReader(IChatClient chat)
{
    private readonly HashSet<string> _printed = new();

    public async Task ReadAllAsync(IEnumerable<Leaflet> leaflets, CancellationToken cancellationToken)
    {
        var pending = leaflets.ToList();
        var batch = await Batch.RunAsync(
            pending,
            (leaflet, ct) => ProofAsync(leaflet.Text, ct),
            cancellationToken: cancellationToken);
        foreach (var (leaflet, item) in pending.Zip(batch))
        {
            leaflet.Proof = item.Response;
        }
    }

    /// <summary>Marks a print batch as done; has nothing to do with requests.</summary>
    public Task<bool> ProofBatchAsync(string printBatch) => Task.FromResult(_printed.Add(printBatch));

    private async Task<string> ProofAsync(string text, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync("Correct the text: " + text, cancellationToken: cancellationToken);
        return response.Text;
    }
}
