// B01 A return before the call: what earlier items do with their answers would be lost
// verdict: blocked
// blocker: 'return' before the call
// message: The calls of 'CompleteChatAsync' could be one batch, but 'return' before the call leaves the loop, and what earlier items still have to do with their answers would be lost
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Imports;

public sealed class Row
{
    public string? Text { get; init; }

    public string? Category { get; set; }
}

public sealed class RowClassifier(ChatClient client)
{
    public async Task<bool> ClassifyAsync(IReadOnlyList<Row> rows)
    {
        foreach (var row in rows)
        {
            if (row.Text is null)
            {
                /*why*/return false;
            }

            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync($"Category of: {row.Text}");
            row.Category = completion.Content[0].Text;
        }

        return true;
    }
}
