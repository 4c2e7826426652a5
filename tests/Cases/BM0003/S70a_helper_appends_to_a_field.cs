// S70a The helper appends question and answer to a history in a field
// verdict: silent
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Tutor;

public sealed class LessonBot(IChatClient chat)
{
    private readonly List<ChatMessage> _history = [new(ChatRole.System, "You teach patiently.")];

    public async Task<List<string>> TeachAsync(IEnumerable<string> questions, CancellationToken cancellationToken)
    {
        var answers = new List<string>();
        foreach (var question in questions)
        {
            answers.Add(await AskAsync(question, cancellationToken));
        }

        return answers;
    }

    private async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        _history.Add(new ChatMessage(ChatRole.User, question));
        var response = await chat.GetResponseAsync(_history, cancellationToken: cancellationToken);
        _history.AddRange(response.Messages);
        return response.Text;
    }
}
