// F29 A StringBuilder is appended after the call
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'story', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Digest;

public sealed record Story(string Headline, string Body);

public sealed class DigestComposer
{
    private readonly IChatClient _chat;

    public DigestComposer(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<string> ComposeAsync(IEnumerable<Story> stories, CancellationToken cancellationToken)
    {
        var digest = new StringBuilder("# Today\n");
        foreach (var story in stories)
        {
            var response = await /*BM0001*/_chat.GetResponseAsync($"One sentence: {story.Body}", cancellationToken: cancellationToken);
            digest.Append("## ").Append(story.Headline).Append('\n');
            digest.Append(response.Text).Append('\n');
        }

        return digest.ToString();
    }
}
//// run
Story[] stories = [new("Snow", "It fell all night."), new("Chess", "A draw."), new("Trams", "Line 4 is back.")];
Log(await new DigestComposer(chat).ComposeAsync(stories, cancellationToken));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Digest;

public sealed record Story(string Headline, string Body);

public sealed class DigestComposer
{
    private readonly IChatClient _chat;

    public DigestComposer(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<string> ComposeAsync(IEnumerable<Story> stories, CancellationToken cancellationToken)
    {
        var digest = new StringBuilder("# Today\n");
        var pending = stories.ToList();
        var batch = await _chat.CompleteBatchAsync(pending.Select(story => $"One sentence: {story.Body}"), cancellationToken: cancellationToken);
        foreach (var (story, item) in pending.Zip(batch))
        {
            var response = item.Response;
            digest.Append("## ").Append(story.Headline).Append('\n');
            digest.Append(response.Text).Append('\n');
        }

        return digest.ToString();
    }
}
