// B11 A transaction is begun before the call and committed after it
// verdict: blocked
// blocker: 'transaction' is held across the call
// message: The calls of 'GetResponseAsync' could be one batch, but 'transaction' is held across the call
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Ledger;

public interface ITransaction : IAsyncDisposable
{
    Task WriteAsync(string text, CancellationToken cancellationToken);

    Task CommitAsync(CancellationToken cancellationToken);
}

public interface IDatabase
{
    Task<ITransaction> BeginAsync(CancellationToken cancellationToken);
}

public sealed class Annotator(IChatClient chat, IDatabase database)
{
    public async Task AnnotateAsync(IReadOnlyList<string> postings, CancellationToken cancellationToken)
    {
        foreach (var posting in postings)
        {
            var /*why*/transaction = await database.BeginAsync(cancellationToken);
            var response = await /*BM0010*/chat.GetResponseAsync($"Annotate: {posting}", cancellationToken: cancellationToken);
            /*why*/await transaction.WriteAsync(response.Text, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await transaction.DisposeAsync();
        }
    }
}
