// F56 A semaphore given back in the finally of a try that also catches
// verdict: fixed
// message: These 'CompleteChatAsync' requests are fanned out by hand; 'Batch.RunAsync' sends them together, a bounded number at a time
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Captions;

public sealed class Frame(int number)
{
    public int Number { get; } = number;

    public string? Caption { get; set; }
}

public sealed class CaptionJob(ChatClient client)
{
    public async Task RunAsync(List<Frame> frames, CancellationToken cancellationToken)
    {
        var slots = new SemaphoreSlim(2, 2);
        await Task.WhenAll(frames.Select(frame => Task.Run(async () =>
        {
            await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                ChatCompletion completion = await /*BM0002*/client.CompleteChatAsync(new UserChatMessage($"Caption of frame {frame.Number}")).ConfigureAwait(false);
                frame.Caption = completion.Content[0].Text;
            }
            catch (InvalidOperationException e)
            {
                Console.WriteLine($"{frame.Number}: {e.Message}");
            }
            finally
            {
                slots.Release();
            }
        })));
    }
}
//// run
List<Frame> frames = [new(1), new(2), new(3)];
await new CaptionJob(client).RunAsync(frames, cancellationToken);
foreach (var frame in frames)
{
    Log($"{frame.Number} {frame.Caption}");
}
//// fixed
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Captions;

public sealed class Frame(int number)
{
    public int Number { get; } = number;

    public string? Caption { get; set; }
}

public sealed class CaptionJob(ChatClient client)
{
    public async Task RunAsync(List<Frame> frames, CancellationToken cancellationToken)
    {
        var batch = await Batch.RunAsync(frames, async (frame, _) =>
        {
            try
            {
                ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage($"Caption of frame {frame.Number}")).ConfigureAwait(false);
                frame.Caption = completion.Content[0].Text;
            }
            catch (InvalidOperationException e)
            {
                Console.WriteLine($"{frame.Number}: {e.Message}");
            }
        }, new BatchOptions { MaxConcurrency = 2 }, cancellationToken);
        batch.ThrowIfFailed();
    }
}
