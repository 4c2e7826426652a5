// B01 A goto leaves both loops before the call
// verdict: blocked
// blocker: 'goto' before the call
// message: The calls of 'CompleteChatAsync' could be one batch, but 'goto' before the call leaves the loop, and what earlier items still have to do with their answers would be lost
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Imports;

public static class Workbook
{
    public static async Task<int> TranslateAsync(ChatClient client, Dictionary<string, string[]> sheets, List<string> translated)
    {
        foreach (var sheet in sheets.Values)
        {
            foreach (var cell in sheet)
            {
                if (cell == "#END")
                {
                    /*why*/goto done;
                }

                translated.Add((await /*BM0010*/client.CompleteChatAsync($"To German: {cell}")).Value.Content[0].Text);
            }
        }

    done:
        return translated.Count;
    }
}
