// F03a A filter with a comment before the call
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'page', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Minutes;

public sealed record Page(int Number, string? Text);

public sealed class PageDigest(ChatClient client)
{
    public async Task<Dictionary<int, string>> DigestAsync(IReadOnlyList<Page> pages)
    {
        var digests = new Dictionary<int, string>();
        foreach (var page in pages)
        {
            // Scanned pages without recognised text have nothing to digest.
            if (string.IsNullOrWhiteSpace(page.Text))
            {
                continue;
            }

            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage(page.Text)]);
            digests.Add(page.Number, completion.Content[0].Text);
        }

        return digests;
    }
}
//// run
var digests = await new PageDigest(client).DigestAsync([new(1, "opening"), new(2, null), new(3, "budget"), new(4, "  "), new(5, "vote")]);
foreach (var (number, digest) in digests)
{
    Log($"{number}: {digest}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Minutes;

public sealed record Page(int Number, string? Text);

public sealed class PageDigest(ChatClient client)
{
    public async Task<Dictionary<int, string>> DigestAsync(IReadOnlyList<Page> pages)
    {
        var digests = new Dictionary<int, string>();
        var pending = new List<Page>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var page in pages)
        {
            // Scanned pages without recognised text have nothing to digest.
            if (string.IsNullOrWhiteSpace(page.Text))
            {
                continue;
            }

            pending.Add(page);
            messagesList.Add([new UserChatMessage(page.Text)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (page, item) in pending.Zip(batch))
        {
            ChatCompletion completion = item.Response;
            digests.Add(page.Number, completion.Content[0].Text);
        }

        return digests;
    }
}
