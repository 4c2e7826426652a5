// B111 Only some failures are noted, others leave the loop
// verdict: blocked
// blocker: records that come later would have been written all the same
// message: The calls of 'UpsertAsync' could be one batch, but if a write failed, records that come later would have been written all the same
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
                await /*BM0010*//*why*/products.UpsertAsync(product);
            }
            catch (InvalidOperationException)
            {
                Failed.Add(product.Sku);
            }
        }
    }
}
