// F78b Interface and implementation in files of their own, each call guarded in the loop
// verdict: fixed
// message: 'WriteAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

namespace Blog;

public sealed class Post(string title, string body)
{
    public string Title { get; } = title;

    public string Body { get; } = body;

    public string? Teaser { get; set; }
}

public class TeaserJob(ITeaserWriter writer, ILogger<TeaserJob> logger)
{
    public async Task RunAsync(ICollection<Post> posts)
    {
        logger.LogInformation("{Count} posts", posts.Count);
        foreach (var post in posts)
        {
            if (string.IsNullOrEmpty(post.Body))
            {
                continue;
            }

            try
            {
                post.Teaser = await /*BM0003*/writer.WriteAsync(post.Title, post.Body);
                logger.LogDebug("{Title} done", post.Title);
            }
            catch (HttpRequestException e)
            {
                logger.LogError(e, "{Title} failed", post.Title);
                post.Teaser = post.Title;
            }
        }
    }
}
//// file ITeaserWriter.cs
using System.Threading.Tasks;

namespace Blog;

public interface ITeaserWriter
{
    Task<string> WriteAsync(string title, string body);
}
//// file TeaserWriter.cs
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Blog;

internal sealed class TeaserWriter : ITeaserWriter
{
    private readonly IChatClient _chat;

    public TeaserWriter(IChatClient chat) => _chat = chat;

    async Task<string> ITeaserWriter.WriteAsync(string title, string body)
    {
        var response = await _chat.GetResponseAsync($"A teaser for '{title}': {body}").ConfigureAwait(false);
        return response.Text;
    }
}
//// run
var logger = Microsoft.Extensions.Logging.Abstractions.NullLogger<TeaserJob>.Instance;
Post[] posts = [new("Loam", "on soil"), new("Draft", ""), new("Frost", "on glass"), new("Tide", "on the moon")];
try
{
    await new TeaserJob(new TeaserWriter(chat), logger).RunAsync(posts);
}
finally
{
    Log(string.Join("|", posts.Select(post => post.Title + ": " + (post.Teaser ?? "none"))));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.Logging;

namespace Blog;

public sealed class Post(string title, string body)
{
    public string Title { get; } = title;

    public string Body { get; } = body;

    public string? Teaser { get; set; }
}

public class TeaserJob(ITeaserWriter writer, ILogger<TeaserJob> logger)
{
    public async Task RunAsync(ICollection<Post> posts)
    {
        logger.LogInformation("{Count} posts", posts.Count);
        var pending = new List<Post>();
        var inputs = new List<(string title, string body)>();
        foreach (var post in posts)
        {
            if (string.IsNullOrEmpty(post.Body))
            {
                continue;
            }

            pending.Add(post);
            inputs.Add((post.Title, post.Body));
        }

        var batch = await Batch.RunAsync(inputs, (input, _) => writer.WriteAsync(input.title, input.body));
        foreach (var (post, item) in pending.Zip(batch))
        {
            try
            {
                post.Teaser = item.Response;
                logger.LogDebug("{Title} done", post.Title);
            }
            catch (HttpRequestException e)
            {
                logger.LogError(e, "{Title} failed", post.Title);
                post.Teaser = post.Title;
            }
        }
    }
}
