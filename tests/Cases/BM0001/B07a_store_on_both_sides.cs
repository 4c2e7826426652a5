// B07 Unknown code reads a store before the call and writes it after
// verdict: blocked
// blocker: may change 'store'
// message: The calls of 'CompleteChatAsync' could be one batch, but 'MarkAsync' on line 25 may change 'store', which line 22 needs before the next call
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Knowledge;

public interface INoteStore
{
    Task<string> LoadAsync(int id, CancellationToken cancellationToken);

    Task MarkAsync(int id, CancellationToken cancellationToken);
}

public sealed class NoteTitles(ChatClient client, INoteStore store)
{
    public async Task<List<string>> CreateAsync(IReadOnlyList<int> ids, CancellationToken cancellationToken)
    {
        var titles = new List<string>();
        foreach (var id in ids)
        {
            var note = await /*why*/store.LoadAsync(id, cancellationToken);
            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync([new UserChatMessage($"A title for: {note}")], null, cancellationToken);
            titles.Add(completion.Content[0].Text);
            await /*why*/store.MarkAsync(id, cancellationToken);
        }

        return titles;
    }
}
