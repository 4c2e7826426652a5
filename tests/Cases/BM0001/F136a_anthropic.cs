// F136a Parameters with messages for each item
// verdict: fixed
// message: This loop makes one 'Create' round trip per 'claim', one after another; 'Batch.RunAsync' sends them together
// uses: Anthropic
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Anthropic.Models.Messages;
using Anthropic.Services;

namespace Patents;

public sealed class Reviewer(IMessageService messages)
{
    public async Task<List<string>> ReviewAsync(IReadOnlyList<string> claims, CancellationToken cancellationToken)
    {
        var reviews = new List<string>();
        foreach (var claim in claims)
        {
            var message = await /*BM0001*/messages.Create(
                new MessageCreateParams { Model = "claude-small", MaxTokens = 300, Messages = [new UserMessageParam(claim)] },
                cancellationToken);
            reviews.Add(string.Concat(message.Content.Select(block => block.Value).OfType<TextBlock>().Select(block => block.Text)));
        }

        return reviews;
    }
}
//// run
foreach (var review in await new Reviewer(new ScriptedMessages(Ask)).ReviewAsync(["A wheel", "A lever", "A spring"], cancellationToken))
{
    Log(review);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Anthropic.Models.Messages;
using Anthropic.Services;
using BatchMigrate;

namespace Patents;

public sealed class Reviewer(IMessageService messages)
{
    public async Task<List<string>> ReviewAsync(IReadOnlyList<string> claims, CancellationToken cancellationToken)
    {
        var reviews = new List<string>();
        var batch = await Batch.RunAsync(claims, (claim, ct) => messages.Create(
            new MessageCreateParams { Model = "claude-small", MaxTokens = 300, Messages = [new UserMessageParam(claim)] },
            ct), cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            var message = item.Response;
            reviews.Add(string.Concat(message.Content.Select(block => block.Value).OfType<TextBlock>().Select(block => block.Text)));
        }

        return reviews;
    }
}
