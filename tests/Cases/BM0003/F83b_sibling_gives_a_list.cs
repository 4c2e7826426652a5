// F83b The method for many gives a list of texts; the loop only gathers
// verdict: fixed
// message: 'DescribeAsync' is called for one item at a time; 'DescribeBatchAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Stamps;

public static class StampTexts
{
    public static async Task<string> DescribeAsync(ChatClient client, string stamp, CancellationToken cancellationToken)
    {
        ChatCompletion completion = await client.CompleteChatAsync(MessagesFor(stamp), cancellationToken: cancellationToken);
        return completion.Content[0].Text;
    }

    public static async Task<IReadOnlyList<string>> DescribeBatchAsync(ChatClient client, IEnumerable<string> stamps, CancellationToken cancellationToken)
    {
        var batch = await client.CompleteBatchAsync(stamps.Select(MessagesFor), cancellationToken: cancellationToken);
        return batch.Select(item => item.Response.Value.Content[0].Text).ToList();
    }

    private static IEnumerable<ChatMessage> MessagesFor(string stamp) => [new UserChatMessage("Describe the stamp: " + stamp)];
}

public sealed class StampAlbum(ChatClient client)
{
    public async Task<string> PageAsync(IReadOnlyList<string> stamps, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var stamp in stamps)
        {
            var text = await /*BM0003*/StampTexts.DescribeAsync(client, stamp, cancellationToken);
            lines.Add(stamp + ": " + text);
        }

        return string.Join('\n', lines);
    }
}
//// run
Log(await new StampAlbum(client).PageAsync(["Basel Dove", "Inverted Swan", "Red Mercury"], cancellationToken));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Stamps;

public static class StampTexts
{
    public static async Task<string> DescribeAsync(ChatClient client, string stamp, CancellationToken cancellationToken)
    {
        ChatCompletion completion = await client.CompleteChatAsync(MessagesFor(stamp), cancellationToken: cancellationToken);
        return completion.Content[0].Text;
    }

    public static async Task<IReadOnlyList<string>> DescribeBatchAsync(ChatClient client, IEnumerable<string> stamps, CancellationToken cancellationToken)
    {
        var batch = await client.CompleteBatchAsync(stamps.Select(MessagesFor), cancellationToken: cancellationToken);
        return batch.Select(item => item.Response.Value.Content[0].Text).ToList();
    }

    private static IEnumerable<ChatMessage> MessagesFor(string stamp) => [new UserChatMessage("Describe the stamp: " + stamp)];
}

public sealed class StampAlbum(ChatClient client)
{
    public async Task<string> PageAsync(IReadOnlyList<string> stamps, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var results = await StampTexts.DescribeBatchAsync(client, stamps, cancellationToken);
        foreach (var (stamp, text) in stamps.Zip(results))
        {
            lines.Add(stamp + ": " + text);
        }

        return string.Join('\n', lines);
    }
}
