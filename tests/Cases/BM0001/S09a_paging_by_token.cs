// S09 Paging: the answer ends with the token of the next page
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Extraction;

public sealed class TableExtractor(ChatClient client)
{
    public async Task<List<string>> ExtractAsync(string report)
    {
        var rows = new List<string>();
        string? token = null;
        do
        {
            ChatCompletion page = await client.CompleteChatAsync(
                new SystemChatMessage("List twenty rows, then a last line with the key of the next row or END."),
                new UserChatMessage($"{report}\nStart at: {token ?? "the beginning"}"));
            var lines = page.Content[0].Text.Split('\n');
            rows.AddRange(lines[..^1]);
            token = lines[^1] == "END" ? null : lines[^1];
        }
        while (token is not null);

        return rows;
    }
}
