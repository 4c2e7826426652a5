// S14 The loop is in an override of a batch method
// verdict: silent
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Pipelines;

public abstract class Completer
{
    public abstract Task<IReadOnlyList<string>> CompleteBatchAsync(IReadOnlyList<string> prompts, CancellationToken cancellationToken);
}

public sealed class OneByOneCompleter(IChatClient chat) : Completer
{
    public override async Task<IReadOnlyList<string>> CompleteBatchAsync(IReadOnlyList<string> prompts, CancellationToken cancellationToken)
    {
        var texts = new string[prompts.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = (await chat.GetResponseAsync(prompts[i], cancellationToken: cancellationToken)).Text;
        }

        return texts;
    }
}
