// F05b The result is declared before the try and used after it
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'review', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Reviews;

public sealed class Review(string author, string text)
{
    public string Author => author;

    public string Text => text;

    public string Sentiment { get; set; } = "unknown";
}

public sealed class SentimentJob(IChatClient chat, ILogger<SentimentJob> logger)
{
    public async Task RunAsync(IReadOnlyList<Review> reviews, CancellationToken cancellationToken)
    {
        foreach (var review in reviews)
        {
            string sentiment;
            try
            {
                var response = await /*BM0001*/chat.GetResponseAsync(
                    $"Answer positive, negative or mixed: {review.Text}", cancellationToken: cancellationToken);
                sentiment = response.Text.Trim().ToLowerInvariant();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogWarning(e, "No sentiment for the review of {Author}", review.Author);
                sentiment = "neutral";
            }

            review.Sentiment = sentiment;
        }
    }
}
//// run
Review[] reviews = [new("Ada", "Splendid."), new("Ben", "Broke on day two."), new("Cy", "Good, but loud.")];
await new SentimentJob(chat, Microsoft.Extensions.Logging.Abstractions.NullLogger<SentimentJob>.Instance).RunAsync(reviews, cancellationToken);
foreach (var review in reviews)
{
    Log($"{review.Author}: {review.Sentiment}");
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Reviews;

public sealed class Review(string author, string text)
{
    public string Author => author;

    public string Text => text;

    public string Sentiment { get; set; } = "unknown";
}

public sealed class SentimentJob(IChatClient chat, ILogger<SentimentJob> logger)
{
    public async Task RunAsync(IReadOnlyList<Review> reviews, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(
            reviews,
            review => [new ChatMessage(ChatRole.User, $"Answer positive, negative or mixed: {review.Text}")],
            cancellationToken: cancellationToken);
        foreach (var (review, item) in reviews.Zip(batch))
        {
            string sentiment;
            try
            {
                var response = item.Response;
                sentiment = response.Text.Trim().ToLowerInvariant();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogWarning(e, "No sentiment for the review of {Author}", review.Author);
                sentiment = "neutral";
            }

            review.Sentiment = sentiment;
        }
    }
}
