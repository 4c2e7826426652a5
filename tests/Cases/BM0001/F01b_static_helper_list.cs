// F01b A foreach in a static helper, the text added to a list that the caller owns
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'term', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Glossary;

internal static class Definitions
{
    private const string Instruction = "Define the term in one sentence.";

    internal static async Task CollectAsync(IChatClient chat, IEnumerable<string> terms, ICollection<string> target, CancellationToken cancellationToken)
    {
        foreach (string term in terms)
        {
            var response = await /*BM0001*/chat.GetResponseAsync(
                [new ChatMessage(ChatRole.System, Instruction), new ChatMessage(ChatRole.User, term)],
                cancellationToken: cancellationToken);

            target.Add(response.Text);
        }
    }
}
//// run
var found = new List<string>();
try
{
    await Definitions.CollectAsync(chat, new[] { "entropy", "osmosis", "parallax" }, found, cancellationToken);
}
finally
{
    Log(string.Join("; ", found));
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Glossary;

internal static class Definitions
{
    private const string Instruction = "Define the term in one sentence.";

    internal static async Task CollectAsync(IChatClient chat, IEnumerable<string> terms, ICollection<string> target, CancellationToken cancellationToken)
    {
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (string term in terms)
        {
            messagesList.Add([new ChatMessage(ChatRole.System, Instruction), new ChatMessage(ChatRole.User, term)]);
        }

        var batch = await chat.CompleteBatchAsync(messagesList, cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            var response = item.Response;

            target.Add(response.Text);
        }
    }
}
