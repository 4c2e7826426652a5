// F70h The helper returns a tuple that the loop takes apart
// verdict: fixed
// message: 'RateOneAsync' is called for one item at a time; 'RateOneBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Moderation;

public sealed class Comment
{
    public Comment(string text) => Text = text;

    public string Text { get; }

    public string Label { get; set; } = "unknown";

    public int Score { get; set; }
}

public sealed class CommentRater(IChatClient chat)
{
    public async Task RateAsync(IReadOnlyList<Comment> comments, CancellationToken cancellationToken)
    {
        foreach (Comment comment in comments)
        {
            var (label, score) = await /*BM0003*/RateOneAsync(comment.Text, cancellationToken).ConfigureAwait(false);
            comment.Label = label;
            comment.Score = score;
        }
    }

    private async Task<(string Label, int Score)> RateOneAsync(string text, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync($"Rate from 0 to 99: {text}", cancellationToken: cancellationToken).ConfigureAwait(false);
        return int.TryParse(response.Text, out var score)
            ? (score > 50 ? "keep" : "check", score)
            : (response.Text.StartsWith("no", StringComparison.Ordinal) ? "remove" : "check", 0);
    }
}
//// run
Comment[] comments = [new("first"), new("buy now"), new("I do not agree"), new("thank you")];
try
{
    await new CommentRater(chat).RateAsync(comments, cancellationToken);
}
finally
{
    foreach (var comment in comments)
    {
        Log($"{comment.Text}: {comment.Label} {comment.Score}");
    }
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Moderation;

public sealed class Comment
{
    public Comment(string text) => Text = text;

    public string Text { get; }

    public string Label { get; set; } = "unknown";

    public int Score { get; set; }
}

public sealed class CommentRater(IChatClient chat)
{
    public async Task RateAsync(IReadOnlyList<Comment> comments, CancellationToken cancellationToken)
    {
        var batch = await RateOneBatchAsync(comments.Select(comment => comment.Text), cancellationToken).ConfigureAwait(false);
        foreach ((Comment comment, var item) in comments.Zip(batch))
        {
            var (label, score) = item.Response;
            comment.Label = label;
            comment.Score = score;
        }
    }

    private async Task<BatchResult<(string Label, int Score)>> RateOneBatchAsync(
        IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(texts, text => $"Rate from 0 to 99: {text}", cancellationToken: cancellationToken).ConfigureAwait(false);
        return batch.Map<(string Label, int Score)>(response => int.TryParse(response.Text, out var score)
            ? (score > 50 ? "keep" : "check", score)
            : (response.Text.StartsWith("no", StringComparison.Ordinal) ? "remove" : "check", 0));
    }
}
