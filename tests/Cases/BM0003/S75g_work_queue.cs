// S75g A queue is worked off: what the helper finds is queued again
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Crawl;

public sealed class TopicCrawler(ChatClient client)
{
    public async Task<HashSet<string>> CrawlAsync(string start)
    {
        var seen = new HashSet<string> { start };
        var queue = new Queue<string>(seen);
        while (queue.TryDequeue(out var topic))
        {
            foreach (var next in await RelatedAsync(topic))
            {
                if (seen.Count < 100 && seen.Add(next))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return seen;
    }

    private async Task<string[]> RelatedAsync(string topic)
    {
        ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage("Related to " + topic));
        return completion.Content[0].Text.Split(',');
    }
}
