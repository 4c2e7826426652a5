// S05 The conversation id of the last answer is set on the shared options
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Storytelling;

public sealed class Narrator(IChatClient chat)
{
    public async Task TellAsync(IEnumerable<string> beats)
    {
        var options = new ChatOptions { Temperature = 0.9f };
        foreach (var beat in beats)
        {
            var response = await chat.GetResponseAsync($"Continue the story: {beat}", options);
            options.ConversationId = response.ConversationId;
            Console.WriteLine(response.Text);
        }
    }
}
