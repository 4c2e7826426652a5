// S21 A warm-up run of one item
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Serving;

public sealed class WarmUp(ChatClient client)
{
    public async Task RunAsync(IReadOnlyList<string> prompts)
    {
        // One request opens the connection and fills the provider's prompt cache.
        foreach (var prompt in prompts.Take(1))
        {
            await client.CompleteChatAsync(prompt);
        }
    }

    public async Task PingAsync()
    {
        for (var i = 0; i < 1; i++)
        {
            await client.CompleteChatAsync("ping");
        }
    }
}
