// A35 One random source is drawn from before and after the call
// verdict: blocked
// blocker: 'random'
// message: The calls of 'CompleteChatAsync' could be one batch, but 'random' is changed on line 18 after the call and needed on line 16 before the next one
// why: with a seed the numbers belong to the order of the draws, which taking the loop apart changes
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class Sampler(ChatClient client, int seed)
{
    public async Task<List<string>> SampleAsync(string[] personas, string[] questions)
    {
        var random = new Random(seed);
        var kept = new List<string>();
        foreach (var question in questions)
        {
            var persona = personas[/*why*/random.Next(personas.Length)];
            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync(new SystemChatMessage(persona), new UserChatMessage(question));
            if (/*why*/random.NextDouble() < 0.2)
            {
                kept.Add(completion.Content[0].Text);
            }
        }

        return kept;
    }
}
