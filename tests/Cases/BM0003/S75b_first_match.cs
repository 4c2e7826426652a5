// S75b A search: the loop ends where the helper says yes
// verdict: silent
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Search;

public sealed class Finder(IChatClient chat)
{
    public async Task<string?> FindAsync(IEnumerable<string> documents, string question, CancellationToken cancellationToken)
    {
        foreach (var document in documents)
        {
            if (await AnswersAsync(document, question, cancellationToken))
            {
                return document;
            }
        }

        return null;
    }

    private async Task<bool> AnswersAsync(string document, string question, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync($"Does this answer '{question}'? yes or no.\n{document}", cancellationToken: cancellationToken);
        return response.Text.StartsWith("yes");
    }
}
