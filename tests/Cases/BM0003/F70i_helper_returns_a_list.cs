// F70i The helper returns a list, whose elements the loop adds to one set
// verdict: fixed
// message: 'TagsOfAsync' is called for one item at a time; 'TagsOfBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Tagging;

public sealed class TagCloud(ChatClient client)
{
    private static readonly ChatCompletionOptions Options = new() { MaxOutputTokenCount = 40 };

    public async Task<SortedSet<string>> CollectAsync(IEnumerable<string> posts)
    {
        var tags = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            tags.UnionWith(await /*BM0003*/TagsOfAsync(post));
        }

        return tags;
    }

    private async Task<List<string>> TagsOfAsync(string post)
    {
        var messages = new List<ChatMessage>();
        messages.Add(new SystemChatMessage("Tags, separated by blanks."));
        messages.Add(new UserChatMessage(post));

        var result = await client.CompleteChatAsync(messages, Options);
        return result.Value.Content[0].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.ToLowerInvariant()).ToList();
    }
}
//// run
var tags = await new TagCloud(client).CollectAsync(["Bread with seeds", "A bridge of rope", "Seeds for the balcony"]);
Log(string.Join(",", tags));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Tagging;

public sealed class TagCloud(ChatClient client)
{
    private static readonly ChatCompletionOptions Options = new() { MaxOutputTokenCount = 40 };

    public async Task<SortedSet<string>> CollectAsync(IEnumerable<string> posts)
    {
        var tags = new SortedSet<string>(StringComparer.Ordinal);
        var batch = await TagsOfBatchAsync(posts);
        foreach (var item in batch)
        {
            tags.UnionWith(item.Response);
        }

        return tags;
    }

    private async Task<BatchResult<List<string>>> TagsOfBatchAsync(IEnumerable<string> posts)
    {
        var batch = await client.CompleteBatchAsync(posts, post =>
        {
            var messages = new List<ChatMessage>();
            messages.Add(new SystemChatMessage("Tags, separated by blanks."));
            messages.Add(new UserChatMessage(post));

            return messages;
        }, Options);
        return batch.Map(result => result.Value.Content[0].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.ToLowerInvariant()).ToList());
    }
}
