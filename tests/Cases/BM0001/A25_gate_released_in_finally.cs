// A25 A semaphore is taken before the call and released in a finally
// verdict: blocked
// blocker: '_gate' is changed
// message: The calls of 'CompleteChatAsync' could be one batch, but '_gate' is changed on line 28 after the call and needed on line 20 before the next one
// why: with all prepares first the second WaitAsync would never return
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class PoliteCaller
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly ChatClient _client;

    public PoliteCaller(ChatClient client) => _client = client;

    public async Task<List<string>> CallAsync(IEnumerable<string> prompts, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        foreach (var prompt in prompts)
        {
            await /*why*/_gate.WaitAsync(cancellationToken);
            try
            {
                ChatCompletion completion = await /*BM0010*/_client.CompleteChatAsync([new UserChatMessage(prompt)], cancellationToken: cancellationToken);
                texts.Add(completion.Content[0].Text);
            }
            finally
            {
                /*why*/_gate.Release();
            }
        }

        return texts;
    }
}
