// F78a The helper is called through an interface that one class of the project implements
// verdict: fixed
// message: 'SentimentOfAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Feedback;

public interface ISentimentService
{
    Task<string> SentimentOfAsync(string text, CancellationToken cancellationToken = default);
}

public sealed class SentimentService(IChatClient chat) : ISentimentService
{
    public async Task<string> SentimentOfAsync(string text, CancellationToken cancellationToken = default)
    {
        var response = await chat.GetResponseAsync("Positive or negative: " + text, cancellationToken: cancellationToken);
        return response.Text.Trim();
    }
}

public sealed class FeedbackReport
{
    private readonly ISentimentService _sentiment;

    public FeedbackReport(ISentimentService sentiment) => _sentiment = sentiment;

    public async Task<SortedDictionary<int, string>> BuildAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var report = new SortedDictionary<int, string>();
        for (var i = 0; i < texts.Count; i++)
        {
            report.Add(i + 1, await /*BM0003*/_sentiment.SentimentOfAsync(texts[i], cancellationToken));
        }

        return report;
    }
}
//// run
Log(await new FeedbackReport(new SentimentService(chat)).BuildAsync(["Great.", "Late again.", "All right.", "Never."], cancellationToken));
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Feedback;

public interface ISentimentService
{
    Task<string> SentimentOfAsync(string text, CancellationToken cancellationToken = default);
}

public sealed class SentimentService(IChatClient chat) : ISentimentService
{
    public async Task<string> SentimentOfAsync(string text, CancellationToken cancellationToken = default)
    {
        var response = await chat.GetResponseAsync("Positive or negative: " + text, cancellationToken: cancellationToken);
        return response.Text.Trim();
    }
}

public sealed class FeedbackReport
{
    private readonly ISentimentService _sentiment;

    public FeedbackReport(ISentimentService sentiment) => _sentiment = sentiment;

    public async Task<SortedDictionary<int, string>> BuildAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var report = new SortedDictionary<int, string>();
        var batch = await Batch.RunAsync(
            texts,
            (text, ct) => _sentiment.SentimentOfAsync(text, ct),
            cancellationToken: cancellationToken);
        for (var i = 0; i < texts.Count; i++)
        {
            report.Add(i + 1, batch[i].Response);
        }

        return report;
    }
}
