// F132a Comments are moderated one at a time
// verdict: fixed
// message: This loop makes one 'ClassifyTextAsync' round trip per 'comment', one after another; 'Batch.RunAsync' sends them together
// uses: OpenAI
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Moderations;

namespace Forum;

public sealed class Comment
{
    public required string Text { get; init; }

    public bool IsHidden { get; set; }
}

public sealed class Moderator(ModerationClient client)
{
    public async Task<int> HideAsync(IReadOnlyList<Comment> comments, CancellationToken cancellationToken)
    {
        var hidden = 0;
        foreach (var comment in comments)
        {
            ModerationResult result = await /*BM0001*/client.ClassifyTextAsync(comment.Text, cancellationToken).ConfigureAwait(false);
            comment.IsHidden = result.Flagged;
            hidden += result.Flagged ? 1 : 0;
        }

        return hidden;
    }
}
//// run
Comment[] comments = [new() { Text = "nice" }, new() { Text = "awful" }, new() { Text = "so-so" }];
Log(await new Moderator(new ScriptedModerations(Ask)).HideAsync(comments, cancellationToken));
foreach (var comment in comments)
{
    Log($"{comment.Text} {comment.IsHidden}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Moderations;

namespace Forum;

public sealed class Comment
{
    public required string Text { get; init; }

    public bool IsHidden { get; set; }
}

public sealed class Moderator(ModerationClient client)
{
    public async Task<int> HideAsync(IReadOnlyList<Comment> comments, CancellationToken cancellationToken)
    {
        var hidden = 0;
        var batch = await Batch.RunAsync(
            comments,
            (comment, ct) => client.ClassifyTextAsync(comment.Text, ct),
            cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (var (comment, item) in comments.Zip(batch))
        {
            ModerationResult result = item.Response;
            comment.IsHidden = result.Flagged;
            hidden += result.Flagged ? 1 : 0;
        }

        return hidden;
    }
}
