// F52 Task.Run around each call, the answer goes into the item
// verdict: fixed
// message: These 'CompleteChatAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Catalogue;

public sealed class Product
{
    public required string Name { get; init; }

    public string? Teaser { get; set; }
}

public class TeaserJob
{
    private readonly ChatClient _client;

    public TeaserJob(ChatClient client) => _client = client;

    public async Task RunAsync(List<Product> products)
    {
        await Task.WhenAll(products.Select(product => Task.Run(async () =>
        {
            ChatCompletion completion = await /*BM0002*/_client.CompleteChatAsync(new SystemChatMessage("Ten words, no adjectives."), new UserChatMessage(product.Name));
            product.Teaser = completion.Content[0].Text;
        })));
    }
}
//// run
List<Product> products = [new() { Name = "Kettle" }, new() { Name = "Ladder" }, new() { Name = "Lamp" }];
await new TeaserJob(client).RunAsync(products);
foreach (var product in products)
{
    Log(product.Teaser);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Catalogue;

public sealed class Product
{
    public required string Name { get; init; }

    public string? Teaser { get; set; }
}

public class TeaserJob
{
    private readonly ChatClient _client;

    public TeaserJob(ChatClient client) => _client = client;

    public async Task RunAsync(List<Product> products)
    {
        var batch = await _client.CompleteBatchAsync(
            products,
            product => [new SystemChatMessage("Ten words, no adjectives."), new UserChatMessage(product.Name)]);
        batch.Apply(products, (product, item) =>
        {
            ChatCompletion completion = item.Response;
            product.Teaser = completion.Content[0].Text;
        }).ThrowIfFailed();
    }
}
