// B10 A heading is yielded before the call whose answer is yielded after it
// verdict: blocked
// blocker: yielded before the call
// message: The calls of 'CompleteChatAsync' could be one batch, but what is yielded before the call would overtake what earlier items yield after it
using System.Collections.Generic;
using OpenAI.Chat;

namespace Lessons;

public sealed class Handout(ChatClient client)
{
    public async IAsyncEnumerable<string> WriteAsync(IReadOnlyList<string> topics)
    {
        foreach (var topic in topics)
        {
            /*why*/yield return $"## {topic}";

            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync($"Explain {topic} in a paragraph.");
            yield return completion.Content[0].Text;
        }
    }
}
