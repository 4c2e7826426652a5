using System.Threading.Channels;
using BatchMigrate.Runtime.Tests.Support;
using Microsoft.Extensions.AI;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Embeddings that do not come to their end: stopped, cancelled, out of time, or from a source that throws.</summary>
public class EmbeddingStopTests
{
    private static readonly PackLimits Four = new() { MaxItems = 4 };

    [Fact]
    public async Task A_batch_that_stops_sends_nothing_more_and_has_an_item_for_each_input()
    {
        var generator = new FakeGenerator((pack, _) => pack.Contains("2") ? Task.FromException(new FormatException()) : Task.CompletedTask);
        var source = new ProbeSource(100);
        var batch = await generator.EmbedBatchAsync(source, item => $"{item}", batchOptions: new BatchOptions { MaxConcurrency = 1, Pack = Four, OnFailure = FailureMode.StopOnFirst });
        Assert.Equal(["0 1 2 3", "0 1", "2 3", "2"], generator.Packs.Select(pack => string.Join(' ', pack)));
        Assert.Equal((100, 100), (batch.Count, source.Pulled));
        Assert.Equal([true, true, false, false, false], batch.Take(5).Select(item => item.Succeeded));
        Assert.IsType<FormatException>(batch[2].Error);
        Assert.Equal((2, 0, 0), (batch[3].Attempts, batch[4].Attempts, batch[99].Attempts));
        Assert.All(batch.Skip(3), item => Assert.Equal(BatchStopReason.Failures, Assert.IsType<BatchStoppedException>(item.Error).Reason));
        Assert.Equal(1, source.Disposed);
    }

    [Fact]
    public async Task Cancelling_within_a_pack_keeps_what_had_ended()
    {
        using var caller = new CancellationTokenSource();
        var generator = new FakeGenerator(async (pack, token) =>
        {
            if (pack.Contains("6"))
            {
                await caller.CancelAsync();
                token.ThrowIfCancellationRequested();
            }
        });
        var source = new ProbeSource(100);
        var thrown = await Assert.ThrowsAsync<BatchCanceledException<Embedding<float>>>(() =>
            generator.EmbedBatchAsync(source, item => $"{item}", batchOptions: new BatchOptions { MaxConcurrency = 1, Pack = Four, CancellationGrace = Timeout.InfiniteTimeSpan }, cancellationToken: caller.Token));
        Assert.Equal(caller.Token, thrown.CancellationToken);
        Assert.Equal((8, 4), (thrown.Partial.Count, thrown.Partial.Failed.Count));
        Vectors.Check(["0", "1", "2", "3"], thrown.Partial.Take(4));
        Assert.All(thrown.Partial.Failed, item => Assert.IsAssignableFrom<OperationCanceledException>(item.Error));
        Assert.Equal((1, 2), (source.Disposed, generator.Packs.Count));
    }

    [Fact]
    public async Task A_generator_that_does_not_hear_its_token_is_left_to_itself()
    {
        using var caller = new CancellationTokenSource();
        var (started, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var generator = new FakeGenerator(async (_, _) =>
        {
            started.TrySetResult();
            await go.Task;
        });
        var batch = generator.EmbedBatchAsync(["a", "b"], batchOptions: new BatchOptions { CancellationGrace = TimeSpan.Zero }, cancellationToken: caller.Token);
        await started.Task;
        await caller.CancelAsync();
        var thrown = await Assert.ThrowsAsync<BatchCanceledException<Embedding<float>>>(() => batch);
        Assert.Equal(2, thrown.Partial.Failed.Count);
        go.SetResult();
    }

    [Fact]
    public async Task Halves_that_wait_when_the_batch_is_cancelled_are_not_sent_and_not_lost()
    {
        using var caller = new CancellationTokenSource();
        var generator = new FakeGenerator(async (pack, token) =>
        {
            if (pack.Count == 2)
            {
                await caller.CancelAsync();
                token.ThrowIfCancellationRequested();
            }

            throw new FormatException();
        });
        var thrown = await Assert.ThrowsAsync<BatchCanceledException<Embedding<float>>>(() => generator.EmbedBatchAsync(
            ["a", "b", "c", "d"], batchOptions: new BatchOptions { MaxConcurrency = 1, CancellationGrace = Timeout.InfiniteTimeSpan }, cancellationToken: caller.Token));
        Assert.Equal(2, generator.Packs.Count);
        Assert.All(thrown.Partial, item => Assert.IsAssignableFrom<OperationCanceledException>(item.Error));
        Assert.Equal(4, thrown.Partial.Count);
    }

    [Fact]
    public async Task Cancelling_after_the_last_answer_keeps_the_result()
    {
        using var caller = new CancellationTokenSource();
        var generator = new FakeGenerator((_, _) => caller.CancelAsync());
        Vectors.Check(["a", "b"], await generator.EmbedBatchAsync(["a", "b"], cancellationToken: caller.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => generator.EmbedBatchAsync(["a"], cancellationToken: caller.Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(9)]
    public async Task An_exception_of_the_source_leaves_and_what_it_interrupted_is_not_sent(int at)
    {
        var generator = new FakeGenerator();
        var source = new ProbeSource(100, before: i =>
        {
            if (i == at)
            {
                throw new FormatException("source");
            }
        });
        var thrown = await Assert.ThrowsAsync<FormatException>(() => generator.EmbedBatchAsync(source, item => $"{item}", batchOptions: new BatchOptions { MaxConcurrency = 1, Pack = Four }));
        Assert.Equal("source", thrown.Message);
        Assert.Equal(at / 4, generator.Packs.Count);
        Assert.Equal(1, source.Disposed);
    }

    [Fact]
    public async Task The_time_of_an_item_is_that_of_all_its_packs()
    {
        var clock = new FakeTimeProvider();
        var generator = new FakeGenerator((_, _) =>
        {
            clock.Advance(TimeSpan.FromSeconds(4));
            return Task.FromException(FakeResponse.Error(400));
        });
        var options = new BatchOptions { TimeProvider = clock, MaxConcurrency = 1, Timeouts = new BatchTimeouts { Item = TimeSpan.FromSeconds(10) } };
        var batch = await generator.EmbedBatchAsync(Enumerable.Range(0, 32).Select(i => $"{i}"), batchOptions: options);
        // 32 until 4 s, 16 until 8 s, 8 until 12 s: then there is no time left for any other half.
        Assert.Equal([32, 16, 8], generator.Packs.Select(pack => pack.Length));
        Assert.Equal(32, batch.Failed.Count);
        Assert.All(batch, item => Assert.IsType<TimeoutException>(item.Error));
        Assert.Equal(TimeSpan.FromSeconds(12), batch[0].Elapsed);
    }

    [Fact]
    public async Task A_pack_that_takes_too_long_is_worth_halving()
    {
        var clock = new FakeTimeProvider();
        var generator = new FakeGenerator((pack, token) =>
        {
            if (pack.Count > 2)
            {
                var never = new TaskCompletionSource().Task.WaitAsync(token);
                clock.Advance(TimeSpan.FromSeconds(30));
                return never;
            }

            return Task.CompletedTask;
        });
        var options = new BatchOptions { TimeProvider = clock, MaxConcurrency = 1, Timeouts = new BatchTimeouts { Attempt = TimeSpan.FromSeconds(30) } };
        string[] inputs = [.. Enumerable.Range(0, 8).Select(i => $"{i}")];
        Vectors.Check(inputs, (await generator.EmbedBatchAsync(inputs, batchOptions: options)).EnsureSuccess());
        Assert.Equal([8, 4, 2, 2, 4, 2, 2], generator.Packs.Select(pack => pack.Length));
    }

    [Fact]
    public async Task Packs_keep_their_distance()
    {
        var clock = new FakeTimeProvider();
        var began = clock.GetTimestamp();
        var times = Channel.CreateUnbounded<double>();
        var generator = new FakeGenerator((_, token) => times.Writer.WriteAsync(clock.GetElapsedTime(began).TotalSeconds, token).AsTask());
        var batch = generator.EmbedBatchAsync(Enumerable.Range(0, 12).Select(i => $"{i}"), batchOptions: new BatchOptions { TimeProvider = clock, Pack = Four, Pacing = TimeSpan.FromSeconds(1) });
        Assert.Equal(0, await times.Reader.ReadAsync());
        for (var second = 1; second <= 2; second++)
        {
            await clock.TimerSetAsync();
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(second, await times.Reader.ReadAsync());
        }

        Assert.Equal(12, (await batch).EnsureSuccess().Count);
    }

    [Fact]
    public async Task The_time_of_the_batch_ends_packs_and_halves()
    {
        var clock = new FakeTimeProvider();
        var generator = new FakeGenerator((pack, token) =>
        {
            if (pack.Count == 8)
            {
                return Task.FromException(FakeResponse.Error(413));
            }

            var never = new TaskCompletionSource().Task.WaitAsync(token);
            clock.Advance(TimeSpan.FromSeconds(60));
            return never;
        });
        var batch = await generator.EmbedBatchAsync(
            Enumerable.Range(0, 20).Select(i => $"{i}"),
            batchOptions: new BatchOptions { TimeProvider = clock, MaxConcurrency = 1, Pack = new PackLimits { MaxItems = 8 }, Timeouts = new BatchTimeouts { Batch = TimeSpan.FromSeconds(60) } });
        Assert.Equal([8, 4], generator.Packs.Select(pack => pack.Length));
        Assert.All(batch, item => Assert.Equal(BatchStopReason.Timeout, Assert.IsType<BatchStoppedException>(item.Error).Reason));
        Assert.Equal((2, 1, 0), (batch[0].Attempts, batch[7].Attempts, batch[8].Attempts));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Halves_do_not_wait_for_a_source_that_blocks(bool isAsync)
    {
        using var halved = new ManualResetEventSlim();
        // The fifth item comes only when a half of the first four has been sent.
        IEnumerable<string> Source()
        {
            for (var i = 0; i < 8; i++)
            {
                if (i == 4)
                {
                    halved.Wait();
                }

                yield return $"{i}";
            }
        }

        var options = new BatchOptions { MaxConcurrency = 2, Pack = new PackLimits { MaxItems = 4 } };
        var client = new FakeEmbeddingClient(pack =>
        {
            if (pack.SequenceEqual(["2", "3"]))
            {
                halved.Set();
            }

            return pack.Contains("1") ? throw FakeResponse.Error(400) : FakeEmbeddingClient.Answer(pack.Index().Select(pair => (pair.Item, pair.Index)));
        });
        var batch = isAsync ? await client.EmbedBatchAsync(Source(), batchOptions: options) : await Task.Run(() => client.EmbedBatch(Source(), batchOptions: options));
        Assert.Equal(1, Assert.Single(batch.Failed).Index);
        Assert.All(batch.Where(item => item.Succeeded), item => Vectors.Check($"{item.Index}", item.Response.Value.ToFloats()));
    }
}
