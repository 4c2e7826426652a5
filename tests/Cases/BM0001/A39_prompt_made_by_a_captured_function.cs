// A39 The prompt is made by a function that captures what is assigned after the call
// verdict: silent
// why: 'ask' reads 'style', which is taken from the answer
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class StyleKeeper(ChatClient client)
{
    public async Task<List<string>> WriteAsync(IEnumerable<string> subjects)
    {
        var style = "plain";
        Func<string, ChatMessage[]> ask = subject => [new SystemChatMessage($"Style: {style}"), new UserChatMessage(subject)];
        var texts = new List<string>();
        foreach (var subject in subjects)
        {
            ChatCompletion completion = await client.CompleteChatAsync(ask(subject));
            texts.Add(completion.Content[0].Text);
            style = texts[^1].Split(' ')[0];
        }

        return texts;
    }
}
