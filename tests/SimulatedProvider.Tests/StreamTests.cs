using System.ClientModel;
using System.Collections.Concurrent;
using System.Text;
using OpenAI.Chat;

namespace SimulatedProvider.Tests;

public class StreamTests
{
    [Fact]
    public async Task The_events_of_a_stream_come_one_by_one_after_the_latency()
    {
        var clock = new InstantClock();
        await using var host = await SimulatedProviderHost.StartAsync(new()
        {
            Latency = LatencyDistribution.Fixed(TimeSpan.FromMilliseconds(300)),
            ChunkLatency = TimeSpan.FromMilliseconds(20),
            AnswerWords = 6,
            TimeProvider = clock,
        });
        var (text, updates) = await ReadAsync(Client.For(host), "one two three four five six");

        Assert.EndsWith("one two three four five six", text, StringComparison.Ordinal);
        Assert.Equal([TimeSpan.FromMilliseconds(300), .. Enumerable.Repeat(TimeSpan.FromMilliseconds(20), updates - 1)], clock.Waits);
        Assert.Equal((1, 1), (host.Counters.Requests, host.Counters.Succeeded));
    }

    [Fact]
    public async Task A_stream_can_be_cut()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => ReadAsync(Client.For(host), "one two three four five six seven eight [simulate:cut*1]"));
        Assert.Contains(Chain(thrown), e => e is IOException);
        Assert.Equal(1, host.Counters.Dropped);
        Assert.NotEmpty((await ReadAsync(Client.For(host), "one two three four five six seven eight [simulate:cut*1]")).Text);
    }

    [Fact]
    public async Task A_model_that_does_not_exist_is_not_found()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new() { Models = ["other"] });
        var thrown = await Assert.ThrowsAsync<ClientResultException>(() => Client.For(host).AskAsync("x"));
        Assert.Equal(404, thrown.Status);
        Assert.Equal(1, host.Counters.Failed4xx);

        await using var known = await SimulatedProviderHost.StartAsync(new() { Models = ["other", "test-model"] });
        Assert.NotEmpty(await Client.For(known).AskAsync("x"));
    }

    private static async Task<(string Text, int Updates)> ReadAsync(ChatClient client, string prompt)
    {
        var text = new StringBuilder();
        var count = 0;
        await foreach (var update in client.CompleteChatStreamingAsync([new UserChatMessage(prompt)]))
        {
            count++;
            text.AppendJoin("", update.ContentUpdate.Select(part => part.Text));
        }

        return (text.ToString(), count);
    }

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }

    /// <summary>A clock on which every wait ends at once and is written down.</summary>
    private sealed class InstantClock : TimeProvider
    {
        public ConcurrentQueue<TimeSpan> Waits { get; } = new();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero)
            {
                Waits.Enqueue(dueTime);
            }

            return base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
        }
    }
}
