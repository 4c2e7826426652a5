// F100d A method that embeds one text, called for each product
// verdict: fixed
// message: 'EmbedAsync' is called for one input at a time; 'EmbedBatchAsync' packs many into a request
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

public sealed class Product
{
    public string Name { get; set; } = "";

    public string? Description { get; set; }

    public ReadOnlyMemory<float>? Vector { get; set; }
}

public sealed class Catalogue(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    public async Task RefreshAsync(List<Product> products)
    {
        foreach (var product in products)
        {
            product.Vector = await /*BM0005*/EmbedAsync(product.Name, product.Description);
        }
    }

    public async Task<ReadOnlyMemory<float>> EmbedAsync(string name, string? description)
    {
        var text = string.IsNullOrEmpty(description) ? name : $"{name}: {description}";
        var embedding = await generator.GenerateAsync(text);
        return embedding.Vector;
    }
}
//// run
List<Product> products = [new() { Name = "Pen" }, new() { Name = "Ink", Description = "blue" }, new() { Name = "Nib", Description = "" }];
await new Catalogue(generator).RefreshAsync(products);
Log(await new Catalogue(generator).EmbedAsync("Pad", "ruled"));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

public sealed class Product
{
    public string Name { get; set; } = "";

    public string? Description { get; set; }

    public ReadOnlyMemory<float>? Vector { get; set; }
}

public sealed class Catalogue(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    public async Task RefreshAsync(List<Product> products)
    {
        var batch = await EmbedBatchAsync(products.Select(product => (product.Name, product.Description)));
        foreach (var (product, item) in products.Zip(batch))
        {
            product.Vector = item.Response;
        }
    }

    public async Task<ReadOnlyMemory<float>> EmbedAsync(string name, string? description) =>
        (await EmbedBatchAsync([(name, description)]))[0].Response;

    /// <summary>Does what <c>EmbedAsync</c> does, for many inputs in one batch: an outcome for each, in their order.</summary>
    public async Task<BatchResult<ReadOnlyMemory<float>>> EmbedBatchAsync(
        IEnumerable<(string name, string? description)> inputs, CancellationToken cancellationToken = default)
    {
        var batch = await generator.EmbedBatchAsync(inputs, input =>
        {
            var (name, description) = input;
            var text = string.IsNullOrEmpty(description) ? name : $"{name}: {description}";
            return text;
        }, cancellationToken: cancellationToken);
        return batch.Map(embedding => embedding.Vector);
    }
}
