// F79a The helper is an extension method of IChatClient, with an optional argument
// verdict: fixed
// message: 'AskShortlyAsync' is called for one item at a time; 'AskShortlyBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Chemistry;

internal static class ChatExtensions
{
    internal static async Task<string> AskShortlyAsync(this IChatClient chat, string question, int words = 5, CancellationToken cancellationToken = default)
    {
        var response = await chat.GetResponseAsync($"In at most {words} words: {question}", cancellationToken: cancellationToken);
        return response.Text;
    }
}

public sealed class ElementFacts(IChatClient chat)
{
    public async Task<IReadOnlyDictionary<string, string>> GetAsync(IEnumerable<string> elements, CancellationToken cancellationToken)
    {
        var facts = new Dictionary<string, string>();
        foreach (var element in elements)
        {
            facts[element] = await /*BM0003*/chat.AskShortlyAsync($"Who found {element}?", cancellationToken: cancellationToken);
        }

        return facts;
    }
}
//// run
foreach (var (element, fact) in await new ElementFacts(chat).GetAsync(["radium", "argon", "boron"], cancellationToken))
{
    Log(element + ": " + fact);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Chemistry;

internal static class ChatExtensions
{
    internal static async Task<string> AskShortlyAsync(this IChatClient chat, string question, int words = 5, CancellationToken cancellationToken = default) =>
        (await AskShortlyBatchAsync(chat, [question], words, cancellationToken))[0].Response;

    /// <summary>Does what <c>AskShortlyAsync</c> does, for many questions in one batch: an outcome for each, in their order.</summary>
    internal static async Task<BatchResult<string>> AskShortlyBatchAsync(
        this IChatClient chat, IEnumerable<string> questions, int words = 5, CancellationToken cancellationToken = default)
    {
        var batch = await chat.CompleteBatchAsync(
            questions,
            question => $"In at most {words} words: {question}",
            cancellationToken: cancellationToken);
        return batch.Map(response => response.Text);
    }
}

public sealed class ElementFacts(IChatClient chat)
{
    public async Task<IReadOnlyDictionary<string, string>> GetAsync(IEnumerable<string> elements, CancellationToken cancellationToken)
    {
        var facts = new Dictionary<string, string>();
        var pending = elements.ToList();
        var batch = await chat.AskShortlyBatchAsync(pending.Select(element => $"Who found {element}?"), cancellationToken: cancellationToken);
        foreach (var (element, item) in pending.Zip(batch))
        {
            facts[element] = item.Response;
        }

        return facts;
    }
}
