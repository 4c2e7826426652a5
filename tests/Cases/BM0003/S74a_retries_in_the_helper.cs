// S74a The helper tries again until the answer can be read
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Scores;

public sealed class ScoreReader(IChatClient chat)
{
    public async Task<Dictionary<string, int>> ReadAsync(IEnumerable<string> matches, CancellationToken cancellationToken)
    {
        var goals = new Dictionary<string, int>();
        foreach (var match in matches)
        {
            goals[match] = await GoalsAsync(match, cancellationToken);
        }

        return goals;
    }

    private async Task<int> GoalsAsync(string match, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var response = await chat.GetResponseAsync("How many goals? A number only. " + match, cancellationToken: cancellationToken);
            if (int.TryParse(response.Text, out var goals))
            {
                return goals;
            }
        }

        throw new InvalidOperationException("No number for " + match);
    }
}
