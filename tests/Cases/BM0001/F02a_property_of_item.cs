// F02a The answer is assigned to a property of the item
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'product', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Catalogue;

public sealed class Product
{
    public required string Name { get; init; }

    public required string Specification { get; init; }

    public string? Blurb { get; set; }
}

public class BlurbService(ChatClient client)
{
    public async Task FillAsync(IEnumerable<Product> products)
    {
        foreach (var product in products)
        {
            var result = await /*BM0001*/client.CompleteChatAsync(
                [new UserChatMessage($"Write a shop text for {product.Name}: {product.Specification}")]);
            product.Blurb = result.Value.Content[0].Text;
        }
    }
}
//// run
Product[] products =
[
    new() { Name = "Kettle", Specification = "1.7 litres" },
    new() { Name = "Toaster", Specification = "four slots" },
    new() { Name = "Blender", Specification = "glass jug" },
];
try
{
    await new BlurbService(client).FillAsync(products);
}
finally
{
    foreach (var product in products)
    {
        Log($"{product.Name}: {product.Blurb ?? "none"}");
    }
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Catalogue;

public sealed class Product
{
    public required string Name { get; init; }

    public required string Specification { get; init; }

    public string? Blurb { get; set; }
}

public class BlurbService(ChatClient client)
{
    public async Task FillAsync(IEnumerable<Product> products)
    {
        var pending = new List<Product>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var product in products)
        {
            pending.Add(product);
            messagesList.Add([new UserChatMessage($"Write a shop text for {product.Name}: {product.Specification}")]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (product, item) in pending.Zip(batch))
        {
            var result = item.Response;
            product.Blurb = result.Value.Content[0].Text;
        }
    }
}
