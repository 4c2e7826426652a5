// A40 Failures in a row open a circuit that skips the later items
// verdict: blocked
// blocker: 'failures'
// message: The calls of 'CompleteChatAsync' could be one batch, but 'failures' is changed on line 27 after the call and needed on line 17 before the next one
// why: whether the next item is asked at all depends on how the calls before it ended
using System.ClientModel;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class GuardedTagger(ChatClient client)
{
    public async Task<List<string>> TagAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var tags = new List<string>();
        var failures = 0;
        foreach (var text in texts)
        {
            if (/*why*/failures >= 3)
            {
                tags.Add("unavailable");
                continue;
            }

            try
            {
                ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync([new UserChatMessage(text)], null, cancellationToken);
                tags.Add(completion.Content[0].Text);
                /*why*/failures = 0;
            }
            catch (ClientResultException)
            {
                tags.Add("unknown");
                failures++;
            }
        }

        return tags;
    }
}
