// F58 ForAll over items that are changed in place
// verdict: fixed
// message: These 'CompleteChat' requests are fanned out by hand, without a limit; 'CompleteBatch' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Linq;
using OpenAI.Chat;

namespace Stamps;

public sealed class Stamp
{
    public int Year { get; init; }

    public string? Motif { get; set; }
}

public static class Album
{
    public static void Describe(ChatClient client, IEnumerable<Stamp> stamps)
    {
        stamps.AsParallel().ForAll(stamp => stamp.Motif = /*BM0002*/client.CompleteChat(new UserChatMessage($"A stamp of {stamp.Year}")).Value.Content[0].Text);
    }
}
//// run
Stamp[] stamps = [new() { Year = 1901 }, new() { Year = 1950 }, new() { Year = 1999 }];
Album.Describe(client, stamps);
foreach (var stamp in stamps)
{
    Log(stamp.Motif);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using BatchMigrate;
using OpenAI.Chat;

namespace Stamps;

public sealed class Stamp
{
    public int Year { get; init; }

    public string? Motif { get; set; }
}

public static class Album
{
    public static void Describe(ChatClient client, IEnumerable<Stamp> stamps)
    {
        var items = stamps.ToList();
        var batch = client.CompleteBatch(items, stamp => [new UserChatMessage($"A stamp of {stamp.Year}")]);
        batch.Apply(items, (stamp, item) => stamp.Motif = item.Response.Value.Content[0].Text).ThrowAllIfFailed();
    }
}
