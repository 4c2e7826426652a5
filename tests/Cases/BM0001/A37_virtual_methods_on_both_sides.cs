// A37 Derived classes may keep state between two virtual methods
// verdict: blocked
// blocker: 'OnAnswered'
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
