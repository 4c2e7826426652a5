// F38g A C# 10 project with a file-scoped namespace and global usings
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'bed', one after another; 'CompleteBatchAsync' sends them together
// language: 10
global using System.Threading.Tasks;

using System.Collections.Generic;
using Microsoft.Extensions.AI;

namespace Gardening;

public readonly record struct Bed(string Plant, int Row);

public sealed class BedAdvisor
{
    private readonly IChatClient _chat;

    public BedAdvisor(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<List<string>> AdviseAsync(IEnumerable<Bed> beds)
    {
        var advice = new List<string>();
        foreach (var bed in beds)
        {
            var messages = new List<ChatMessage>
            {
                new(ChatRole.System, "You are a gardener."),
                new(ChatRole.User, $"Row {bed.Row}: when do I sow {bed.Plant}?"),
            };

            var response = await /*BM0001*/_chat.GetResponseAsync(messages);
            advice.Add($"{bed.Row}: {response.Text}");
        }

        return advice;
    }
}
//// run
Log(string.Join("|", await new BedAdvisor(chat).AdviseAsync(new[] { new Bed("peas", 1), new Bed("kale", 2), new Bed("beets", 3) })));
//// fixed
global using System.Threading.Tasks;

using System.Collections.Generic;
using System.Linq;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Gardening;

public readonly record struct Bed(string Plant, int Row);

public sealed class BedAdvisor
{
    private readonly IChatClient _chat;

    public BedAdvisor(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<List<string>> AdviseAsync(IEnumerable<Bed> beds)
    {
        var advice = new List<string>();
        var pending = new List<Bed>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var bed in beds)
        {
            var messages = new List<ChatMessage>
            {
                new(ChatRole.System, "You are a gardener."),
                new(ChatRole.User, $"Row {bed.Row}: when do I sow {bed.Plant}?"),
            };

            pending.Add(bed);
            messagesList.Add(messages);
        }

        var batch = await _chat.CompleteBatchAsync(messagesList);
        foreach (var (bed, item) in pending.Zip(batch))
        {
            var response = item.Response;
            advice.Add($"{bed.Row}: {response.Text}");
        }

        return advice;
    }
}
