// B70h The helper writes to its argument and gives a result too: after a failure later items would have been written
// verdict: blocked
// blocker: Summary
// message: The calls of 'SummariseOneAsync' could be one batch, but 'SummariseOneAsync' changes 'dossier.Summary' for each item
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Dossiers;

public sealed class Dossier(string text)
{
    public string Text { get; } = text;

    public string? Summary { get; set; }
}

public sealed class DossierService(IChatClient chat)
{
    public async Task<List<int>> SummariseAsync(IReadOnlyList<Dossier> dossiers, CancellationToken cancellationToken)
    {
        var lengths = new List<int>();
        foreach (var dossier in dossiers)
        {
            lengths.Add(await /*BM0010*//*why*/SummariseOneAsync(dossier, cancellationToken));
        }

        return lengths;
    }

    private async Task<int> SummariseOneAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync("Summarise: " + dossier.Text, cancellationToken: cancellationToken);
        /*why*/dossier.Summary = response.Text;
        return response.Text.Length;
    }
}
