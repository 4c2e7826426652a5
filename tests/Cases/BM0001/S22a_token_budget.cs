// S22 The loop ends when the answers have used the budget
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Spending;

public sealed class BudgetedSummaries(ChatClient client, int tokenBudget)
{
    public async Task<List<string>> SummariseAsync(IEnumerable<string> articles)
    {
        var used = 0;
        var summaries = new List<string>();
        foreach (var article in articles)
        {
            if (used >= tokenBudget)
            {
                break;
            }

            ChatCompletion completion = await client.CompleteChatAsync($"Summarise: {article}");
            used += completion.Usage.TotalTokenCount;
            summaries.Add(completion.Content[0].Text);
        }

        return summaries;
    }
}
