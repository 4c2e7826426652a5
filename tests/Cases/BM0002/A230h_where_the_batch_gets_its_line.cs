// A230h Where in a statement a fan-out stands, so that its batch gets a line of its own or does not
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'Batch.RunAsync' sends them together, a bounded number at a time
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Kites;

public sealed class Wall
{
    public string[] Texts { get; set; } = [];

    public List<string> Lines { get; } = [];
}

public sealed class KiteShop(IChatClient chat, List<string> log)
{
    private readonly Wall _wall = new();
    private string[] _texts = [];

    public Wall Wall => _wall;

    public async Task AssignedAsync(IEnumerable<string> kites)
    {
        _texts = await Task.WhenAll(kites.Select(async kite =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Fly {kite}");
            return kite + response.Text;
        }));
        log.AddRange(_texts);
    }

    public async Task AssignedThereAsync(IEnumerable<string> kites)
    {
        Made("there").Texts = await Task.WhenAll(kites.Select(async kite =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Hang {kite}");
            return kite + response.Text;
        }));
        log.AddRange(_wall.Texts);
    }

    public async Task WalkedAsync(IEnumerable<string> kites)
    {
        foreach (var text in await Task.WhenAll(kites.Select(async kite =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Paint {kite}");
            return kite + response.Text;
        })))
        {
            log.Add(text);
        }
    }

    public async Task<string> FirstAsync(IEnumerable<string> kites)
    {
        return (await Task.WhenAll(kites.Select(async kite =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Sew {kite}");
            return kite + response.Text;
        })))[0];
    }

    public async Task<string> AtAsync(IEnumerable<string> kites, string[] names)
    {
        return names[(await Task.WhenAll(kites.Select(async kite =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Name {kite}");
            return kite + response.Text;
        }))).Length];
    }

    public async Task<string> AskedAsync(IEnumerable<string> kites, bool isOpen)
    {
        if ((await Task.WhenAll(kites.Select(async kite =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Sell {kite}");
            return kite + response.Text;
        }))).Length > 2)
        {
            return "many";
        }

        if (isOpen)
        {
            return "few";
        }
        else if ((await Task.WhenAll(kites.Select(async kite =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Store {kite}");
            return kite + response.Text;
        }))).Length > 1)
        {
            return "stored";
        }

        return "closed";
    }

    public async Task<int> AddedAsync(IEnumerable<string> kites)
    {
        var left = (await Task.WhenAll(kites.Select(async kite =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Weigh {kite}");
            return kite + response.Text;
        }))).Length + Count("left");
        var right = Count("right") + (await Task.WhenAll(kites.Select(async kite =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Measure {kite}");
            return kite + response.Text;
        }))).Length;
        return left + right;
    }

    public async Task HandedAsync(IEnumerable<string> kites)
    {
        this._wall.Lines.AddRange(await Task.WhenAll(kites.Select(async kite =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Pack {kite}");
            return kite + response.Text;
        })));
        Made("handed").Lines.AddRange(await Task.WhenAll(kites.Select(async kite =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Send {kite}");
            return kite + response.Text;
        })));
        Show(Count("shown"), await Task.WhenAll(kites.Select(async kite =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Show {kite}");
            return kite + response.Text;
        })));
    }

    public async Task<string[]> ChosenAsync(IEnumerable<string> kites, bool isOpen)
    {
        if (!isOpen)
            return await Task.WhenAll(kites.Select(async kite =>
            {
                var response = await /*BM0002*/chat.GetResponseAsync($"Mend {kite}");
                return kite + response.Text;
            }));

        return Count("open") > 0 ? await Task.WhenAll(kites.Select(async kite =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Fold {kite}");
            return kite + response.Text;
        })) : [];
    }

    public async Task<string[]> LaterAsync(IEnumerable<string> kites)
    {
        var tasks = kites.Select(async kite =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Lend {kite}");
            return kite + response.Text;
        });
        log.Add("lent");
        return await Task.WhenAll(tasks);
    }

    private void Show(int count, string[] texts) => log.Add(count + string.Concat(texts));

    private Wall Made(string what)
    {
        log.Add(what);
        return _wall;
    }

    private int Count(string what)
    {
        log.Add(what);
        return what.Length;
    }
}
//// run
var log = new List<string>();
var shop = new KiteShop(chat, log);
IEnumerable<string> kites = new[] { "dragon", "box", "delta" }.Where(kite => kite.Length > 2);
await shop.AssignedAsync(kites);
await shop.AssignedThereAsync(kites);
await shop.WalkedAsync(kites);
Log(await shop.FirstAsync(kites));
Log(await shop.AtAsync(kites, ["a", "b", "c", "d"]));
Log(await shop.AskedAsync(kites, true));
Log(await shop.AskedAsync(kites.Take(2), false));
Log(await shop.AddedAsync(kites));
await shop.HandedAsync(kites);
Log(await shop.ChosenAsync(kites, true));
Log(await shop.ChosenAsync(kites, false));
Log(await shop.LaterAsync(kites));
Log(shop.Wall.Lines);
Log(log);
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Kites;

public sealed class Wall
{
    public string[] Texts { get; set; } = [];

    public List<string> Lines { get; } = [];
}

public sealed class KiteShop(IChatClient chat, List<string> log)
{
    private readonly Wall _wall = new();
    private string[] _texts = [];

    public Wall Wall => _wall;

    public async Task AssignedAsync(IEnumerable<string> kites)
    {
        var items = kites.ToList();
        var batch = await chat.CompleteBatchAsync(items, kite => $"Fly {kite}");
        _texts = batch.Map(items, (kite, item) =>
        {
            var response = item.Response;
            return kite + response.Text;
        }).GetResponses();
        log.AddRange(_texts);
    }

    public async Task AssignedThereAsync(IEnumerable<string> kites)
    {
        Made("there").Texts = (await Batch.RunAsync(kites, async (kite, _) =>
        {
            var response = await chat.GetResponseAsync($"Hang {kite}");
            return kite + response.Text;
        })).GetResponses();
        log.AddRange(_wall.Texts);
    }

    public async Task WalkedAsync(IEnumerable<string> kites)
    {
        var items = kites.ToList();
        var batch = await chat.CompleteBatchAsync(items, kite => $"Paint {kite}");
        foreach (var text in batch.Map(items, (kite, item) =>
        {
            var response = item.Response;
            return kite + response.Text;
        }).GetResponses())
        {
            log.Add(text);
        }
    }

    public async Task<string> FirstAsync(IEnumerable<string> kites)
    {
        var items = kites.ToList();
        var batch = await chat.CompleteBatchAsync(items, kite => $"Sew {kite}");
        return batch.Map(items, (kite, item) =>
        {
            var response = item.Response;
            return kite + response.Text;
        }).GetResponses()[0];
    }

    public async Task<string> AtAsync(IEnumerable<string> kites, string[] names)
    {
        return names[(await Batch.RunAsync(kites, async (kite, _) =>
        {
            var response = await chat.GetResponseAsync($"Name {kite}");
            return kite + response.Text;
        })).GetResponses().Length];
    }

    public async Task<string> AskedAsync(IEnumerable<string> kites, bool isOpen)
    {
        var items = kites.ToList();
        var batch = await chat.CompleteBatchAsync(items, kite => $"Sell {kite}");
        if (batch.Map(items, (kite, item) =>
        {
            var response = item.Response;
            return kite + response.Text;
        }).GetResponses().Length > 2)
        {
            return "many";
        }

        if (isOpen)
        {
            return "few";
        }
        else if ((await Batch.RunAsync(kites, async (kite, _) =>
        {
            var response = await chat.GetResponseAsync($"Store {kite}");
            return kite + response.Text;
        })).GetResponses().Length > 1)
        {
            return "stored";
        }

        return "closed";
    }

    public async Task<int> AddedAsync(IEnumerable<string> kites)
    {
        var items = kites.ToList();
        var batch = await chat.CompleteBatchAsync(items, kite => $"Weigh {kite}");
        var left = batch.Map(items, (kite, item) =>
        {
            var response = item.Response;
            return kite + response.Text;
        }).GetResponses().Length + Count("left");
        var right = Count("right") + (await Batch.RunAsync(kites, async (kite, _) =>
        {
            var response = await chat.GetResponseAsync($"Measure {kite}");
            return kite + response.Text;
        })).GetResponses().Length;
        return left + right;
    }

    public async Task HandedAsync(IEnumerable<string> kites)
    {
        var items = kites.ToList();
        var batch = await chat.CompleteBatchAsync(items, kite => $"Pack {kite}");
        this._wall.Lines.AddRange(batch.Map(items, (kite, item) =>
        {
            var response = item.Response;
            return kite + response.Text;
        }).GetResponses());
        Made("handed").Lines.AddRange((await Batch.RunAsync(kites, async (kite, _) =>
        {
            var response = await chat.GetResponseAsync($"Send {kite}");
            return kite + response.Text;
        })).GetResponses());
        Show(Count("shown"), (await Batch.RunAsync(kites, async (kite, _) =>
        {
            var response = await chat.GetResponseAsync($"Show {kite}");
            return kite + response.Text;
        })).GetResponses());
    }

    public async Task<string[]> ChosenAsync(IEnumerable<string> kites, bool isOpen)
    {
        if (!isOpen)
            return (await Batch.RunAsync(kites, async (kite, _) =>
            {
                var response = await chat.GetResponseAsync($"Mend {kite}");
                return kite + response.Text;
            })).GetResponses();

        return Count("open") > 0 ? (await Batch.RunAsync(kites, async (kite, _) =>
        {
            var response = await chat.GetResponseAsync($"Fold {kite}");
            return kite + response.Text;
        })).GetResponses() : [];
    }

    public async Task<string[]> LaterAsync(IEnumerable<string> kites)
    {
        log.Add("lent");
        var items = kites.ToList();
        var batch = await chat.CompleteBatchAsync(items, kite => $"Lend {kite}");
        return batch.Map(items, (kite, item) =>
        {
            var response = item.Response;
            return kite + response.Text;
        }).GetResponses();
    }

    private void Show(int count, string[] texts) => log.Add(count + string.Concat(texts));

    private Wall Made(string what)
    {
        log.Add(what);
        return _wall;
    }

    private int Count(string what)
    {
        log.Add(what);
        return what.Length;
    }
}
