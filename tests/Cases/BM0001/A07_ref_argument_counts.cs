// A07 A helper moves on a number through a ref parameter
// verdict: blocked
// blocker: 'page' is changed
// message: The calls of 'CompleteChatAsync' could be one batch, but 'page' is changed on line 17 after the call and needed on line 15 before the next one
// why: the page in the next prompt is the one that Advance has moved to after the call
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public static class Pagination
{
    public static async Task<List<string>> CaptionAsync(ChatClient client, string[] figures)
    {
        var captions = new List<string>();
        var page = 1;
        foreach (var figure in figures)
        {
            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync($"Caption for the figure on page {/*why*/page}: {figure}");
            captions.Add(completion.Content[0].Text);
            Advance(ref /*why*/page, figure);
        }

        return captions;
    }

    private static void Advance(ref int page, string figure) => page += figure.Length > 2000 ? 2 : 1;
}
