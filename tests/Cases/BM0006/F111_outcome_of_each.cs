// F111 What fails is noted for each record
// verdict: fixed
// message: 'UpsertAsync' is called for one record at a time; 'Batch.RunAsync' writes them together
// uses: Microsoft.Extensions.VectorData.Abstractions
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

public sealed class Product
{
    [VectorStoreKey]
    public string Sku { get; set; } = "";
}

public sealed class ProductSync(VectorStoreCollection<string, Product> products)
{
    public List<string> Failed { get; } = [];

    public async Task SyncAsync(IReadOnlyList<Product> changed)
    {
        foreach (var product in changed)
        {
            try
            {
                await /*BM0006*/products.UpsertAsync(product);
            }
            catch (Exception)
            {
                Failed.Add(product.Sku);
            }
        }
    }
}
//// run
var products = new Scripted.ScriptedCollection<Product>(Ask, p => p.Sku);
var sync = new ProductSync(products);
await sync.SyncAsync([new() { Sku = "x" }, new() { Sku = "y" }, new() { Sku = "z" }]);
Log(products.Contents.ToList());
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.VectorData;

public sealed class Product
{
    [VectorStoreKey]
    public string Sku { get; set; } = "";
}

public sealed class ProductSync(VectorStoreCollection<string, Product> products)
{
    public List<string> Failed { get; } = [];

    public async Task SyncAsync(IReadOnlyList<Product> changed)
    {
        var batch = await Batch.RunAsync(changed, (product, ct) => products.UpsertAsync(product, cancellationToken: ct));
        foreach (var (product, item) in changed.Zip(batch))
        {
            try
            {
                _ = item.Response;
            }
            catch (Exception)
            {
                Failed.Add(product.Sku);
            }
        }
    }
}
