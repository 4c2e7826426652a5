// B03 A transaction is open while the call runs
// verdict: blocked
// blocker: 'using'
// message: The calls of 'GetResponseAsync' could be one batch, but a 'using' spans the call
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Orders;

public interface IOrderTransaction : IAsyncDisposable
{
    Task<string> ReadNoteAsync(int order, CancellationToken cancellationToken);

    Task WriteNoteAsync(int order, string note, CancellationToken cancellationToken);

    Task CommitAsync(CancellationToken cancellationToken);
}

public sealed class NoteCleaner(IChatClient chat, Func<CancellationToken, Task<IOrderTransaction>> begin)
{
    public async Task CleanAsync(IReadOnlyList<int> orders, CancellationToken cancellationToken)
    {
        foreach (var order in orders)
        {
            /*why*/await using (var transaction = await begin(cancellationToken))
            {
                var note = await transaction.ReadNoteAsync(order, cancellationToken);
                var response = await /*BM0010*/chat.GetResponseAsync($"Remove names: {note}", cancellationToken: cancellationToken);
                await transaction.WriteNoteAsync(order, response.Text, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
        }
    }
}
