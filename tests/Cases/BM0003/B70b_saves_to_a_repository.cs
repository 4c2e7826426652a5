// B70b The helper saves through a repository that nobody here can look into
// verdict: blocked
// blocker: SaveAsync
// message: The calls of 'SummariseOneAsync' could be one batch, but 'SaveAsync' in 'SummariseOneAsync' is not known to be safe to do for several items at once
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Orders;

public sealed record Order(int Id, string Text);

public interface IOrderRepository
{
    Task SaveAsync(int id, string summary, CancellationToken cancellationToken);
}

public sealed class OrderSummaries(ChatClient client, IOrderRepository repository)
{
    public async Task SummariseAsync(IEnumerable<Order> orders, CancellationToken cancellationToken)
    {
        foreach (var order in orders)
        {
            await /*BM0010*//*why*/SummariseOneAsync(order, cancellationToken);
        }
    }

    private async Task SummariseOneAsync(Order order, CancellationToken cancellationToken)
    {
        ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Summarise: " + order.Text)], cancellationToken: cancellationToken);
        await /*why*/repository.SaveAsync(order.Id, completion.Content[0].Text, cancellationToken);
    }
}
