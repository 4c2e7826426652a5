// A21 A deferred query in the prompt reads a list that is extended after the call
// verdict: blocked
// blocker: 'titles' is changed
// message: The calls of 'CompleteChatAsync' could be one batch, but 'titles' is changed on line 21 after the call and needed on line 19 before the next one
// why: 'recent' is evaluated for each prompt and holds the last three items
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed record Post(string Title, string Body);

public sealed class TeaserWriter(ChatClient client)
{
    public async Task<List<string>> WriteAsync(IReadOnlyList<Post> posts)
    {
        var titles = new List<string>();
        var recent = titles.AsEnumerable().Reverse().Take(3);
        var teasers = new List<string>();
        foreach (var post in posts)
        {
            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync($"A teaser that differs from {/*why*/string.Join(", ", recent)}: {post.Body}");
            teasers.Add(completion.Content[0].Text);
            /*why*/titles.Add(post.Title);
        }

        return teasers;
    }
}
