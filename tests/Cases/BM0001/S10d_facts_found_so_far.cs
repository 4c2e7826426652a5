// S10 Each request holds the facts that were found so far
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Intake;

public static class FactFinder
{
    public static async Task<HashSet<string>> FindAsync(IChatClient chat, IEnumerable<string> paragraphs)
    {
        var facts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var paragraph in paragraphs)
        {
            var response = await chat.GetResponseAsync($"New facts only, one a line. Known: {string.Join("; ", facts)}. Text: {paragraph}");
            foreach (var fact in response.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                facts.Add(fact.Trim());
            }
        }

        return facts;
    }
}
