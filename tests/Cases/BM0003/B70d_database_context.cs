// B70d The helper adds to a database context and saves it
// verdict: blocked
// blocker: 'Add' in 'AddKeywordAsync'
// message: The calls of 'AddKeywordAsync' could be one batch, but 'Add' in 'AddKeywordAsync' is not known to be safe to do for several items at once
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Shop.Data;

public abstract class DataContext
{
    public abstract void Add(object entity);

    public abstract Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);
}

public sealed record Keyword(int ProductId, string Text);

public sealed class KeywordJob(IChatClient chat, DataContext context)
{
    public async Task<int> RunAsync(IReadOnlyDictionary<int, string> products, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var product in products)
        {
            count += await /*BM0010*//*why*/AddKeywordAsync(product.Key, product.Value, cancellationToken);
        }

        return count;
    }

    private async Task<int> AddKeywordAsync(int id, string description, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync("One keyword: " + description, cancellationToken: cancellationToken);
        /*why*/context.Add(new Keyword(id, response.Text));
        return await context.SaveChangesAsync(cancellationToken);
    }
}
