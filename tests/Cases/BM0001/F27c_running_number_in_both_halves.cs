// F27c A running number is counted up before the call and used after it
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'plot', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Surveying;

public sealed class PlotDescriber(ChatClient client)
{
    public async Task<SortedDictionary<int, string>> DescribeAsync(IEnumerable<string> plots, CancellationToken cancellationToken)
    {
        var described = new SortedDictionary<int, string>();
        int index = 0;
        foreach (var plot in plots)
        {
            index++;
            var number = index;
            var result = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage($"Plot {number}: {plot}")], cancellationToken: cancellationToken);
            described.Add(number, result.Value.Content[0].Text);
        }

        return described;
    }
}
//// run
foreach (var (number, text) in await new PlotDescriber(client).DescribeAsync(["by the brook", "behind the mill", "on the hill"], cancellationToken))
{
    Log(number + " " + text);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Surveying;

public sealed class PlotDescriber(ChatClient client)
{
    public async Task<SortedDictionary<int, string>> DescribeAsync(IEnumerable<string> plots, CancellationToken cancellationToken)
    {
        var described = new SortedDictionary<int, string>();
        int index = 0;
        var pending = new List<int>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var plot in plots)
        {
            index++;
            var number = index;
            pending.Add(number);
            messagesList.Add([new UserChatMessage($"Plot {number}: {plot}")]);
        }

        var batch = await client.CompleteBatchAsync(messagesList, cancellationToken: cancellationToken);
        foreach (var (number, item) in pending.Zip(batch))
        {
            var result = item.Response;
            described.Add(number, result.Value.Content[0].Text);
        }

        return described;
    }
}
