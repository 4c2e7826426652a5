// F37c A lambda, a nested scope and a field hold the names that a fix would choose first
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'lot', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Auctions;

public sealed record Lot(int Number, string Description);

public class LotDescriber
{
    private readonly ChatClient client;
    private readonly List<string> messagesList = new();

    public LotDescriber(ChatClient client)
    {
        this.client = client;
    }

    public IReadOnlyList<string> Sent => messagesList;

    public async Task<string> DescribeAsync(IEnumerable<Lot> lots)
    {
        Func<List<string>, int> longest = pending => pending.Max(item => item.Length);
        var texts = new List<string>();
        foreach (var lot in lots)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage($"Lot {lot.Number}: {lot.Description}")]);
            texts.Add(completion.Content[0].Text);
            messagesList.Add("lot " + lot.Number);
        }

        {
            var batch = longest(texts);
            return $"{batch} characters at most";
        }
    }
}
//// run
var describer = new LotDescriber(client);
try
{
    Log(await describer.DescribeAsync([new(1, "a clock"), new(2, "two chairs"), new(3, "a box of maps")]));
}
finally
{
    Log(string.Join("|", describer.Sent));
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Auctions;

public sealed record Lot(int Number, string Description);

public class LotDescriber
{
    private readonly ChatClient client;
    private readonly List<string> messagesList = new();

    public LotDescriber(ChatClient client)
    {
        this.client = client;
    }

    public IReadOnlyList<string> Sent => messagesList;

    public async Task<string> DescribeAsync(IEnumerable<Lot> lots)
    {
        Func<List<string>, int> longest = pending => pending.Max(item => item.Length);
        var texts = new List<string>();
        var pending2 = new List<Lot>();
        var messagesList2 = new List<IEnumerable<ChatMessage>>();
        foreach (var lot in lots)
        {
            pending2.Add(lot);
            messagesList2.Add([new UserChatMessage($"Lot {lot.Number}: {lot.Description}")]);
        }

        var batch2 = await client.CompleteBatchAsync(messagesList2);
        foreach (var (lot, item) in pending2.Zip(batch2))
        {
            ChatCompletion completion = item.Response;
            texts.Add(completion.Content[0].Text);
            messagesList.Add("lot " + lot.Number);
        }

        {
            var batch = longest(texts);
            return $"{batch} characters at most";
        }
    }
}
