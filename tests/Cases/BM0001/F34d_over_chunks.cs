// F34d The loop walks Chunk(n), one prompt for each chunk
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'chunk', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Feedback;

public sealed class FeedbackClusterer(IChatClient chat, int size = 2)
{
    public async Task<List<string>> ClusterAsync(IEnumerable<string> remarks, CancellationToken cancellationToken)
    {
        var clusters = new List<string>();
        foreach (var chunk in remarks.Chunk(size))
        {
            var numbered = chunk.Select((remark, i) => $"{i + 1}. {remark}");
            var response = await /*BM0001*/chat.GetResponseAsync(
                "Group these remarks:\n" + string.Join('\n', numbered), cancellationToken: cancellationToken);
            clusters.Add($"{chunk.Length} remarks: {response.Text}");
        }

        return clusters;
    }
}
//// run
Log(string.Join("|", await new FeedbackClusterer(chat).ClusterAsync(["too loud", "too slow", "nice colour", "fell apart", "smells"], cancellationToken)));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Feedback;

public sealed class FeedbackClusterer(IChatClient chat, int size = 2)
{
    public async Task<List<string>> ClusterAsync(IEnumerable<string> remarks, CancellationToken cancellationToken)
    {
        var clusters = new List<string>();
        var pending = new List<string[]>();
        var prompts = new List<string>();
        foreach (var chunk in remarks.Chunk(size))
        {
            var numbered = chunk.Select((remark, i) => $"{i + 1}. {remark}");
            pending.Add(chunk);
            prompts.Add("Group these remarks:\n" + string.Join('\n', numbered));
        }

        var batch = await chat.CompleteBatchAsync(prompts, cancellationToken: cancellationToken);
        foreach (var (chunk, item) in pending.Zip(batch))
        {
            var response = item.Response;
            clusters.Add($"{chunk.Length} remarks: {response.Text}");
        }

        return clusters;
    }
}
