// S72b Two helpers call each other until the answer is short enough
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Ads;

public sealed class Slogans(ChatClient client)
{
    public async Task<List<string>> WriteAsync(IEnumerable<string> products)
    {
        var slogans = new List<string>();
        foreach (var product in products)
        {
            slogans.Add(await DraftAsync("A slogan for " + product));
        }

        return slogans;
    }

    private async Task<string> DraftAsync(string prompt)
    {
        ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage(prompt));
        return await ShortenAsync(completion.Content[0].Text);
    }

    private async Task<string> ShortenAsync(string draft) =>
        draft.Length <= 40 ? draft : await DraftAsync("Shorter: " + draft);
}
