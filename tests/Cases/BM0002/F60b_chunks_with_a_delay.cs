// F60 Chunk by chunk, with a pause for the provider
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Addresses;

public sealed class Address
{
    public required string Raw { get; init; }

    public string? Clean { get; set; }
}

public sealed class Cleaner(IChatClient chat)
{
    public async Task CleanAsync(List<Address> addresses)
    {
        foreach (var chunk in addresses.Chunk(4))
        {
            await Task.WhenAll(chunk.Select(async address =>
            {
                var response = await /*BM0002*/chat.GetResponseAsync($"Normalise: {address.Raw}");
                address.Clean = response.Text;
            }));
            await Task.Delay(TimeSpan.FromMilliseconds(8)); // the provider allows 500 a second
        }
    }
}
//// run
List<Address> addresses = [new() { Raw = "1 high st" }, new() { Raw = "2 high st" }, new() { Raw = "3 high st" }];
await new Cleaner(chat).CleanAsync(addresses);
foreach (var address in addresses)
{
    Log(address.Clean);
}
//// fixed
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Addresses;

public sealed class Address
{
    public required string Raw { get; init; }

    public string? Clean { get; set; }
}

public sealed class Cleaner(IChatClient chat)
{
    public async Task CleanAsync(List<Address> addresses)
    {
        // the provider allows 500 a second
        var batch = await chat.CompleteBatchAsync(
            addresses,
            address => $"Normalise: {address.Raw}",
            batchOptions: new BatchOptions { MaxConcurrency = 4, Pacing = TimeSpan.FromMilliseconds(8) / 4 });
        batch.Apply(addresses, (address, item) =>
        {
            var response = item.Response;
            address.Clean = response.Text;
        }).ThrowIfFailed();
    }
}
