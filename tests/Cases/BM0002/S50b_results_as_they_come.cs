// S50 Results are shown in the order in which they come
// verdict: silent
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Live;

public static class Ticker
{
    public static async Task ShowAsync(ChatClient client, IEnumerable<string> questions)
    {
        var open = questions.Select(async q => (q, Answer: (await client.CompleteChatAsync([new UserChatMessage(q)])).Value.Content[0].Text)).ToList();
        while (open.Count > 0)
        {
            var done = await Task.WhenAny(open);
            open.Remove(done);
            Console.WriteLine((await done).Answer);
        }
    }
}
