// A11 The source is an iterator over a queue that the body fills
// verdict: silent
// why: Open() yields the questions that the answers have brought
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class Inquiry(ChatClient client)
{
    private readonly Queue<string> _open = new(["Who was there?"]);

    public async Task<Dictionary<string, string>> RunAsync()
    {
        var protocol = new Dictionary<string, string>();
        foreach (var question in Open())
        {
            ChatCompletion completion = await client.CompleteChatAsync(question);
            var answer = completion.Content[0].Text;
            protocol[question] = answer;
            if (answer.Contains("somebody"))
            {
                _open.Enqueue($"Who is meant in: {answer}?");
            }
        }

        return protocol;
    }

    private IEnumerable<string> Open()
    {
        while (_open.TryDequeue(out var question))
        {
            yield return question;
        }
    }
}
