// F70c The helper's result stands in an object initializer
// verdict: fixed
// message: 'PitchAsync' is called for one item at a time; 'PitchBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Shop;

public sealed record Product(int Id, string Name, string Features);

public sealed class ProductCard
{
    public int ProductId { get; init; }

    public string Heading { get; init; } = "";

    public string Pitch { get; init; } = "";
}

public sealed class CardFactory(IChatClient chatClient)
{
    public async Task<List<ProductCard>> CreateAsync(IReadOnlyList<Product> products, CancellationToken ct = default)
    {
        var cards = new List<ProductCard>(products.Count);
        foreach (var product in products)
        {
            cards.Add(new ProductCard
            {
                ProductId = product.Id,
                Heading = product.Name.ToUpperInvariant(),
                Pitch = await /*BM0003*/PitchAsync(product, ct),
            });
        }

        return cards;
    }

    private async Task<string> PitchAsync(Product product, CancellationToken ct)
    {
        ChatMessage[] messages =
        [
            new(ChatRole.System, "You sell with restraint."),
            new(ChatRole.User, $"{product.Name}: {product.Features}"),
        ];
        var response = await chatClient.GetResponseAsync(messages, cancellationToken: ct);
        return response.Text.Trim();
    }
}
//// run
Product[] products = [new(1, "Kettle", "quiet, 1 litre"), new(2, "Lamp", "warm light"), new(3, "Stool", "oak"), new(4, "Rug", "wool")];
foreach (var card in await new CardFactory(chat).CreateAsync(products, cancellationToken))
{
    Log(card);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Shop;

public sealed record Product(int Id, string Name, string Features);

public sealed class ProductCard
{
    public int ProductId { get; init; }

    public string Heading { get; init; } = "";

    public string Pitch { get; init; } = "";
}

public sealed class CardFactory(IChatClient chatClient)
{
    public async Task<List<ProductCard>> CreateAsync(IReadOnlyList<Product> products, CancellationToken ct = default)
    {
        var cards = new List<ProductCard>(products.Count);
        var batch = await PitchBatchAsync(products, ct);
        foreach (var (product, item) in products.Zip(batch))
        {
            cards.Add(new ProductCard
            {
                ProductId = product.Id,
                Heading = product.Name.ToUpperInvariant(),
                Pitch = item.Response,
            });
        }

        return cards;
    }

    private async Task<BatchResult<string>> PitchBatchAsync(IEnumerable<Product> products, CancellationToken ct)
    {
        var batch = await chatClient.CompleteBatchAsync(products, product => [
            new(ChatRole.System, "You sell with restraint."),
            new(ChatRole.User, $"{product.Name}: {product.Features}"),
        ], cancellationToken: ct);
        return batch.Map(response => response.Text.Trim());
    }
}
