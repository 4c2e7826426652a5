// A230o A failure of a write is caught whatever it is, by one handler or by one of several
// verdict: fixed
// message: 'UpsertAsync' is called for one record at a time; 'Batch.RunAsync' writes them together
// uses: Microsoft.Extensions.VectorData.Abstractions
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

namespace Coins;

public sealed class Coin
{
    [VectorStoreKey]
    public string Mint { get; set; } = "";
}

public sealed class Collector(VectorStoreCollection<string, Coin> coins)
{
    public List<string> Failed { get; } = [];

    public async Task KeepAsync(IReadOnlyList<Coin> found)
    {
        foreach (var coin in found)
        {
            try
            {
                await /*BM0006*/coins.UpsertAsync(coin);
            }
            catch
            {
                Failed.Add(coin.Mint);
            }
        }
    }

    public async Task KeepLateAsync(IReadOnlyList<Coin> found)
    {
        foreach (var coin in found)
        {
            try
            {
                await /*BM0006*/coins.UpsertAsync(coin);
            }
            catch (TimeoutException)
            {
                Failed.Add("late: " + coin.Mint);
            }
            catch (Exception)
            {
                Failed.Add(coin.Mint);
            }
        }
    }
}
//// run
var coins = new Scripted.ScriptedCollection<Coin>(Ask, c => c.Mint);
var collector = new Collector(coins);
await collector.KeepAsync([new() { Mint = "Bern" }, new() { Mint = "Wien" }]);
await collector.KeepLateAsync([new() { Mint = "Roma" }, new() { Mint = "Oslo" }]);
Log(coins.Contents.ToList());
Log(collector.Failed);
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.VectorData;

namespace Coins;

public sealed class Coin
{
    [VectorStoreKey]
    public string Mint { get; set; } = "";
}

public sealed class Collector(VectorStoreCollection<string, Coin> coins)
{
    public List<string> Failed { get; } = [];

    public async Task KeepAsync(IReadOnlyList<Coin> found)
    {
        var batch = await Batch.RunAsync(found, (coin, ct) => coins.UpsertAsync(coin, cancellationToken: ct));
        foreach (var (coin, item) in found.Zip(batch))
        {
            try
            {
                _ = item.Response;
            }
            catch
            {
                Failed.Add(coin.Mint);
            }
        }
    }

    public async Task KeepLateAsync(IReadOnlyList<Coin> found)
    {
        var batch = await Batch.RunAsync(found, (coin, ct) => coins.UpsertAsync(coin, cancellationToken: ct));
        foreach (var (coin, item) in found.Zip(batch))
        {
            try
            {
                _ = item.Response;
            }
            catch (TimeoutException)
            {
                Failed.Add("late: " + coin.Mint);
            }
            catch (Exception)
            {
                Failed.Add(coin.Mint);
            }
        }
    }
}
