// F59 Each item deals with its own failure
// verdict: fixed
// message: These 'CompleteChatAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System;
using System.ClientModel;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Feeds;

public sealed class Post(string url)
{
    public string Url { get; } = url;

    public string Teaser { get; set; } = "";

    public bool Failed { get; set; }
}

public sealed class FeedJob(ChatClient client)
{
    public async Task RunAsync(List<Post> posts)
    {
        await Task.WhenAll(posts.Select(async post =>
        {
            try
            {
                ChatCompletion completion = await /*BM0002*/client.CompleteChatAsync([new UserChatMessage($"A teaser for {post.Url}")]);
                post.Teaser = completion.Content[0].Text;
            }
            catch (ClientResultException e) when (e.Status != 401)
            {
                post.Failed = true;
                Console.WriteLine($"No teaser for {post.Url}: {e.Status}");
            }
        }));
    }
}
//// run
List<Post> posts = [new("a.example"), new("b.example"), new("c.example")];
await new FeedJob(client).RunAsync(posts);
foreach (var post in posts)
{
    Log($"{post.Teaser} {post.Failed}");
}
//// fixed
using System;
using System.ClientModel;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Feeds;

public sealed class Post(string url)
{
    public string Url { get; } = url;

    public string Teaser { get; set; } = "";

    public bool Failed { get; set; }
}

public sealed class FeedJob(ChatClient client)
{
    public async Task RunAsync(List<Post> posts)
    {
        var batch = await client.CompleteBatchAsync(posts, post => [new UserChatMessage($"A teaser for {post.Url}")]);
        batch.Apply(posts, (post, item) =>
        {
            try
            {
                ChatCompletion completion = item.Response;
                post.Teaser = completion.Content[0].Text;
            }
            catch (ClientResultException e) when (e.Status != 401)
            {
                post.Failed = true;
                Console.WriteLine($"No teaser for {post.Url}: {e.Status}");
            }
        }).ThrowIfFailed();
    }
}
