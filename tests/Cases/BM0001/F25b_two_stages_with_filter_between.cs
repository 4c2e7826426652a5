// F25b Two stages, the second only for some answers
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'post', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Moderation;

public sealed record Post(int Id, string Text);

public class PostModerator
{
    private readonly IChatClient _chat;

    public PostModerator(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<Dictionary<int, string>> ModerateAsync(IEnumerable<Post> posts)
    {
        var results = new Dictionary<int, string>();
        foreach (var post in posts)
        {
            var verdict = await /*BM0001*/_chat.GetResponseAsync($"Is this allowed? {post.Text}");
            if (verdict.FinishReason == ChatFinishReason.Length)
            {
                results[post.Id] = "unclear";
                continue;
            }

            var reason = await _chat.GetResponseAsync($"You said '{verdict.Text}' of '{post.Text}'. Why?");
            results[post.Id] = reason.Text;
        }

        return results;
    }
}
//// run
Post[] posts = [new(1, "hello"), new(2, "buy now"), new(3, "see you"), new(4, new string('z', 90))];
foreach (var (post, result) in await new PostModerator(chat).ModerateAsync(posts))
{
    Log($"{post} {result}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Moderation;

public sealed record Post(int Id, string Text);

public class PostModerator
{
    private readonly IChatClient _chat;

    public PostModerator(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<Dictionary<int, string>> ModerateAsync(IEnumerable<Post> posts)
    {
        var results = new Dictionary<int, string>();
        var pending = posts.ToList();
        var batch = await _chat.CompleteBatchAsync(pending.Select(post => $"Is this allowed? {post.Text}"));
        var pending2 = new List<(Post post, ChatResponse verdict)>();
        var prompts = new List<string?>();
        foreach (var (post, item) in pending.Zip(batch))
        {
            var verdict = item.Response;
            if (verdict.FinishReason == ChatFinishReason.Length)
            {
                pending2.Add((post, verdict));
                prompts.Add(null);
                continue;
            }

            pending2.Add((post, verdict));
            prompts.Add($"You said '{verdict.Text}' of '{post.Text}'. Why?");
        }

        var batch2 = await _chat.CompleteBatchAsync(prompts);
        foreach (var ((post, verdict), item2) in pending2.Zip(batch2))
        {
            if (verdict.FinishReason == ChatFinishReason.Length)
            {
                results[post.Id] = "unclear";
                continue;
            }

            var reason = item2.Response;
            results[post.Id] = reason.Text;
        }

        return results;
    }
}
