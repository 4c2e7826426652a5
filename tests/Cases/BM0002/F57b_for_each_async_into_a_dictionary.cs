// F57 Parallel.ForEachAsync with a token alone, results in a dictionary
// verdict: fixed
// message: These 'CompleteChatAsync' requests are fanned out by hand, without a limit; 'Batch.RunAsync' sends them together, a bounded number at a time
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Glossary;

public sealed class GlossaryBuilder(ChatClient client)
{
    public ConcurrentDictionary<string, string> Entries { get; } = new();

    public async Task AddAsync(ISet<string> terms, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(terms, cancellationToken, async (term, token) =>
        {
            if (Entries.ContainsKey(term))
            {
                return;
            }

            var result = await /*BM0002*/client.CompleteChatAsync([new SystemChatMessage("Define."), new UserChatMessage(term)], cancellationToken: token).ConfigureAwait(false);
            Entries[term] = result.Value.Content[0].Text;
        });
    }
}
//// run
var builder = new GlossaryBuilder(client);
await builder.AddAsync(new HashSet<string> { "ohm", "volt", "watt" }, cancellationToken);
Log(builder.Entries["volt"]);
//// fixed
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Glossary;

public sealed class GlossaryBuilder(ChatClient client)
{
    public ConcurrentDictionary<string, string> Entries { get; } = new();

    public async Task AddAsync(ISet<string> terms, CancellationToken cancellationToken)
    {
        var batch = await Batch.RunAsync(terms, async (term, token) =>
        {
            if (Entries.ContainsKey(term))
            {
                return;
            }

            var result = await client.CompleteChatAsync([new SystemChatMessage("Define."), new UserChatMessage(term)], cancellationToken: token).ConfigureAwait(false);
            Entries[term] = result.Value.Content[0].Text;
        }, cancellationToken: cancellationToken);
        batch.ThrowIfFailed();
    }
}
