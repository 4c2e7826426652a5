// B07 A delegate makes the prompt and another takes the item, both of unknown origin
// verdict: blocked
// blocker: 'finished'
// message: The calls of 'GetResponseAsync' could be one batch, but 'finished' on line 18 may change 'describe', which line 15 needs before the next call
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Knowledge;

public sealed class PromptRunner<T>(IChatClient chat, Func<T, string> describe, Action<T> finished)
{
    public async Task<List<string>> RunAsync(IEnumerable<T> items)
    {
        var texts = new List<string>();
        foreach (var item in items)
        {
            var prompt = /*why*/describe(item);
            var response = await /*BM0010*/chat.GetResponseAsync(prompt);
            texts.Add(response.Text);
            /*why*/finished(item);
        }

        return texts;
    }
}
