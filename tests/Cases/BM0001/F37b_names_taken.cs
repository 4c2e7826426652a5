// F37b The names that a fix would choose first are taken by the code
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'item', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Warehouse;

public sealed record Parcel(string Code, string Contents);

public sealed class ParcelClerk
{
    private readonly IChatClient _chat;
    private int pending;

    public ParcelClerk(IChatClient chat)
    {
        _chat = chat;
    }

    public int Pending => pending;

    public async Task<List<string>> DeclareAsync(IReadOnlyList<Parcel> batch)
    {
        pending += batch.Count;
        var prompts = new List<string>();
        foreach (var item in batch)
        {
            var prompt = $"Customs text for {item.Contents}";
            var response = await /*BM0001*/_chat.GetResponseAsync(prompt);
            prompts.Add($"{item.Code}: {response.Text}");
        }

        var messagesList = string.Join("; ", prompts);
        pending -= batch.Count;
        return [messagesList];
    }
}
//// run
var clerk = new ParcelClerk(chat);
try
{
    foreach (var line in await clerk.DeclareAsync([new("P1", "tea"), new("P2", "two lamps"), new("P3", "a violin")]))
    {
        Log(line);
    }
}
finally
{
    Log(clerk.Pending);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Warehouse;

public sealed record Parcel(string Code, string Contents);

public sealed class ParcelClerk
{
    private readonly IChatClient _chat;
    private int pending;

    public ParcelClerk(IChatClient chat)
    {
        _chat = chat;
    }

    public int Pending => pending;

    public async Task<List<string>> DeclareAsync(IReadOnlyList<Parcel> batch)
    {
        pending += batch.Count;
        var prompts = new List<string>();
        var prompts2 = new List<string>();
        foreach (var item in batch)
        {
            var prompt = $"Customs text for {item.Contents}";
            prompts2.Add(prompt);
        }

        var batch2 = await _chat.CompleteBatchAsync(prompts2);
        foreach (var (item, item2) in batch.Zip(batch2))
        {
            var response = item2.Response;
            prompts.Add($"{item.Code}: {response.Text}");
        }

        var messagesList = string.Join("; ", prompts);
        pending -= batch.Count;
        return [messagesList];
    }
}
