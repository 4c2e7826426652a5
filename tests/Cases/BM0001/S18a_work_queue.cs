// S18 A work queue: the answer brings further work
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Crawling;

public sealed class TopicExplorer(ChatClient client)
{
    public async Task<HashSet<string>> ExploreAsync(string start, int limit)
    {
        var seen = new HashSet<string>();
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var topic) && seen.Count < limit)
        {
            if (!seen.Add(topic))
            {
                continue;
            }

            ChatCompletion completion = await client.CompleteChatAsync($"Three subtopics of {topic}, one a line.");
            foreach (var subtopic in completion.Content[0].Text.Split('\n'))
            {
                queue.Enqueue(subtopic);
            }
        }

        return seen;
    }
}
