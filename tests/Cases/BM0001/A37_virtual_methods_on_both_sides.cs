// A37 Derived classes may keep state between two virtual methods
// verdict: blocked
// blocker: 'OnAnswered'
// message: The calls of 'CompleteChatAsync' could be one batch, but 'OnAnswered' on line 15 may change 'this', which line 13 needs before the next call
// why: an override of OnAnswered may change what an override of PromptFor reads
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public abstract class Campaign(ChatClient client)
{
    public async Task RunAsync(IReadOnlyList<string> audiences)
    {
        foreach (var audience in audiences)
        {
            var prompt = /*why*/PromptFor(audience);
            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync(prompt);
            /*why*/OnAnswered(audience, completion.Content[0].Text);
        }
    }

    protected abstract string PromptFor(string audience);

    protected abstract void OnAnswered(string audience, string text);
}
