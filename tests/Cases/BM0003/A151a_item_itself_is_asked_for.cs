// A151a What is put aside for the second half is what the method is asked for
// verdict: fixed
// message: 'PhraseAsync' is called for one item at a time; 'PhraseBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Ferries;

public sealed class Crossing(int number, string weather)
{
    public int Number { get; } = number;

    public string Weather { get; } = weather;
}

public sealed class Harbour(IChatClient chat)
{
    public async Task<int> AnnounceAsync(IReadOnlyList<Crossing> crossings, CancellationToken cancellationToken)
    {
        var announced = 0;
        foreach (var crossing in crossings)
        {
            if (crossing.Number > 40)
            {
                break;
            }

            var text = await /*BM0003*/PhraseAsync(crossing, cancellationToken);
            announced++;
            Console.WriteLine($"{crossing.Number}: {text}");
        }

        return announced;
    }

    public async Task<string> PhraseAsync(Crossing crossing, CancellationToken cancellationToken)
    {
        var messages = new List<ChatMessage> { new(ChatRole.System, "One sentence."), new(ChatRole.User, $"Announce crossing {crossing.Number} in {crossing.Weather}.") };
        return (await chat.GetResponseAsync(messages, cancellationToken: cancellationToken)).Text;
    }
}
//// run
Crossing[] crossings = [new(1, "fog"), new(2, "sun"), new(3, "snow"), new(41, "hail"), new(4, "rain")];
Log(await new Harbour(chat).AnnounceAsync(crossings, cancellationToken));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Ferries;

public sealed class Crossing(int number, string weather)
{
    public int Number { get; } = number;

    public string Weather { get; } = weather;
}

public sealed class Harbour(IChatClient chat)
{
    public async Task<int> AnnounceAsync(IReadOnlyList<Crossing> crossings, CancellationToken cancellationToken)
    {
        var announced = 0;
        var pending = new List<Crossing>();
        foreach (var crossing in crossings)
        {
            if (crossing.Number > 40)
            {
                break;
            }

            pending.Add(crossing);
        }

        var batch = await PhraseBatchAsync(pending, cancellationToken);
        foreach (var (crossing, item) in pending.Zip(batch))
        {
            var text = item.Response;
            announced++;
            Console.WriteLine($"{crossing.Number}: {text}");
        }

        return announced;
    }

    public async Task<string> PhraseAsync(Crossing crossing, CancellationToken cancellationToken) =>
        (await PhraseBatchAsync([crossing], cancellationToken))[0].Response;

    /// <summary>Does what <c>PhraseAsync</c> does, for many crossings in one batch: an outcome for each, in their order.</summary>
    public async Task<BatchResult<string>> PhraseBatchAsync(IEnumerable<Crossing> crossings, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(
            crossings,
            crossing => new List<ChatMessage> { new(ChatRole.System, "One sentence."), new(ChatRole.User, $"Announce crossing {crossing.Number} in {crossing.Weather}.") },
            cancellationToken: cancellationToken);
        return batch.Map(response => response.Text);
    }
}
