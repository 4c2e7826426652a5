// B12 The loop stops asking when its time is over
// verdict: blocked
// blocker: whether it should stop
// message: The calls of 'CompleteChatAsync' could be one batch, but the loop asks before each call whether it should stop, which a batch does not
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace NightShift;

public sealed class Tagger(ChatClient client)
{
    public async Task<List<string>> TagAsync(IEnumerable<string> texts, TimeSpan budget)
    {
        var tags = new List<string>();
        var deadline = DateTime.UtcNow + budget;
        foreach (var text in texts)
        {
            if (/*why*/DateTime.UtcNow > deadline)
            {
                /*why*/break;
            }

            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync("One tag for: " + text);
            tags.Add(completion.Content[0].Text);
        }

        return tags;
    }
}
