// F73b The helper has a filtered catch and a finally, and guards the reading of the answer too
// verdict: fixed
// message: 'PriceAsync' is called for one item at a time; 'PriceBatchAsync' sends them together
using System;
using System.ClientModel;
using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Estate;

public sealed class PriceReader
{
    private readonly ChatClient _client;

    public PriceReader(ChatClient client) => _client = client;

    public async Task<decimal> TotalAsync(IEnumerable<string> advertisements)
    {
        var total = 0m;
        foreach (var advertisement in advertisements)
        {
            total += await /*BM0003*/PriceAsync(advertisement) ?? 0m;
        }

        return total;
    }

    private async Task<decimal?> PriceAsync(string advertisement)
    {
        try
        {
            ChatCompletion completion = await _client.CompleteChatAsync([new UserChatMessage("Only the price: " + advertisement)]);
            return decimal.Parse(completion.Content[0].Text, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            return null;
        }
        catch (ClientResultException e) when (e.Status is 429 or 503)
        {
            return null;
        }
        finally
        {
            Console.WriteLine("read " + advertisement);
        }
    }
}
//// run
Log(await new PriceReader(client).TotalAsync(["flat, 3 rooms", "garage", "shed by the lake", "attic"]));
//// fixed
using System;
using System.ClientModel;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Estate;

public sealed class PriceReader
{
    private readonly ChatClient _client;

    public PriceReader(ChatClient client) => _client = client;

    public async Task<decimal> TotalAsync(IEnumerable<string> advertisements)
    {
        var total = 0m;
        var batch = await PriceBatchAsync(advertisements);
        foreach (var item in batch)
        {
            total += item.Response ?? 0m;
        }

        return total;
    }

    private async Task<BatchResult<decimal?>> PriceBatchAsync(IEnumerable<string> advertisements)
    {
        var pending = advertisements.ToList();
        var batch = await _client.CompleteBatchAsync(pending, advertisement => [new UserChatMessage("Only the price: " + advertisement)]);
        return batch.Map<string, decimal?>(pending, (advertisement, item) =>
        {
            try
            {
                ChatCompletion completion = item.Response;
                return decimal.Parse(completion.Content[0].Text, CultureInfo.InvariantCulture);
            }
            catch (FormatException)
            {
                return null;
            }
            catch (ClientResultException e) when (e.Status is 429 or 503)
            {
                return null;
            }
            finally
            {
                Console.WriteLine("read " + advertisement);
            }
        });
    }
}
