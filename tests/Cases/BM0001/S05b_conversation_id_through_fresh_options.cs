// S05 The conversation id goes through options that are made anew for each question
// verdict: silent
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Storytelling;

public sealed class Interview(IChatClient chat)
{
    public async Task<List<string>> RunAsync(IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        string? conversationId = null;
        var answers = new List<string>(questions.Count);
        foreach (var question in questions)
        {
            var response = await chat.GetResponseAsync(
                [new ChatMessage(ChatRole.User, question)],
                new ChatOptions { ConversationId = conversationId, MaxOutputTokens = 400 },
                cancellationToken);
            conversationId = response.ConversationId;
            answers.Add(response.Text);
        }

        return answers;
    }
}
