// S74b The helper waits longer and longer until the provider answers
// verdict: silent
using System;
using System.ClientModel;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Backoff;

public sealed class PatientAsker(ChatClient client)
{
    public async Task<List<string>> AskAllAsync(IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        var answers = new List<string>();
        foreach (var question in questions)
        {
            var answer = await AskAsync(question, cancellationToken);
            answers.Add(answer);
        }

        return answers;
    }

    private async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        var wait = TimeSpan.FromSeconds(1);
        while (true)
        {
            try
            {
                ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(question)], cancellationToken: cancellationToken);
                return completion.Content[0].Text;
            }
            catch (ClientResultException e) when (e.Status == 429)
            {
                await Task.Delay(wait, cancellationToken);
                wait *= 2;
            }
        }
    }
}
