// B04 A region inside the loop
// verdict: blocked
// blocker: directive
// message: The calls of 'GetResponseAsync' could be one batch, but a preprocessor directive stands inside the loop
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Subtitles;

public static class Punctuation
{
    public static async Task<string[]> RestoreAsync(IChatClient chat, string[] lines)
    {
        var restored = new string[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            /*why*/#region Ask
            var response = await /*BM0010*/chat.GetResponseAsync($"Punctuate: {lines[i]}");
            #endregion

            restored[i] = response.Text;
        }

        return restored;
    }
}
