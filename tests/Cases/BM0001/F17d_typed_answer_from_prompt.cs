// F17d GetResponseAsync<T> with a string, the result read at once
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'address', one after another; 'Batch.RunAsync' sends them together
// uses: Microsoft.Extensions.AI
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Parsing;

public sealed class PostcodeReader(IChatClient chat)
{
    public async Task<List<string>> ReadAsync(IEnumerable<string> addresses, CancellationToken cancellationToken)
    {
        var postcodes = new List<string>();
        foreach (var address in addresses)
        {
            var response = await /*BM0001*/chat.GetResponseAsync<string>($"Only the postcode of: {address}", cancellationToken: cancellationToken);
            postcodes.Add(response.Result);
        }

        return postcodes;
    }
}
//// run
foreach (var postcode in await new PostcodeReader(chat).ReadAsync(["1 High St LS1 4AP", "Markt 3, 04109 Leipzig", "Rua Nova 8, 4700 Braga"], cancellationToken))
{
    Log(postcode);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Parsing;

public sealed class PostcodeReader(IChatClient chat)
{
    public async Task<List<string>> ReadAsync(IEnumerable<string> addresses, CancellationToken cancellationToken)
    {
        var postcodes = new List<string>();
        var batch = await Batch.RunAsync(
            addresses,
            (address, ct) => chat.GetResponseAsync<string>($"Only the postcode of: {address}", cancellationToken: ct),
            cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            var response = item.Response;
            postcodes.Add(response.Result);
        }

        return postcodes;
    }
}
