using BatchMigrate.Packing;
using BatchMigrate.Runtime.Tests.Support;
using Microsoft.Extensions.AI;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Usage, cost, limits and checkpoints of requests that serve several items.</summary>
public sealed class EmbeddingAccountTests : IDisposable
{
    // A dollar a token, so that a cost is a count.
    private static readonly ModelPricing Simple = new([new("m", new ModelPrice(1_000_000, 0))]);

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".jsonl");

    private BatchOptions Kept => new() { Checkpoint = new BatchCheckpoint(_path), MaxConcurrency = 1, Pack = new PackLimits { MaxItems = 4 } };

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Shares_are_proportional_and_add_up_exactly()
    {
        Assert.Equal([new BatchUsage(1, 0, 1), new BatchUsage(2, 0, 2), new BatchUsage(4, 0, 4)], UsageShares.Of(new BatchUsage(7, 0, 7), [10, 20, 40]));
        Assert.Equal([3L, 3, 4], UsageShares.Of(new BatchUsage(10, 0, 10), [0, 0, 0]).Select(share => share.InputTokens));
        Assert.Equal([0L, 5], UsageShares.Of(new BatchUsage(5, 0, 5), [0, 9]).Select(share => share.InputTokens));
        var random = new Random(1);
        for (var i = 0; i < 500; i++)
        {
            var whole = new BatchUsage(random.Next(100_000), random.Next(1_000), random.Next(200_000), random.Next(50_000));
            var shares = UsageShares.Of(whole, [.. Enumerable.Range(0, random.Next(1, 50)).Select(_ => random.Next(4) == 0 ? 0 : random.NextInt64(1L << 40))]);
            Assert.Equal(whole, shares.Aggregate((left, right) => left + right));
            Assert.All(shares, share => Assert.True(share.InputTokens >= 0 || whole.InputTokens < whole.CachedInputTokens));
        }
    }

    [Fact]
    public async Task The_parts_of_the_items_are_what_the_provider_counted()
    {
        var generator = new FakeGenerator { Usage = pack => new UsageDetails { InputTokenCount = 1000 + pack.Count, TotalTokenCount = 1000 + pack.Count } };
        string[] inputs = ["a", "bb", "ccc", "dddd", "eeeee", "ffffff", "ggggggg"];
        var batch = await generator.EmbedBatchAsync(inputs, batchOptions: new BatchOptions { Pricing = Simple, TokenEstimator = new LengthEstimator(), Pack = new PackLimits { MaxItems = 3 } });
        Assert.Equal((3007, 3007m), (batch.Usage.InputTokens, batch.Cost));
        Assert.Equal(1003, batch.Take(3).Sum(item => item.Usage!.Value.InputTokens));
        Assert.Equal(batch[0].Usage!.Value.InputTokens * 3, batch[2].Usage!.Value.InputTokens, 3.0);
        Assert.All(batch, item => Assert.Equal(item.Usage!.Value.InputTokens, item.Cost));
        Assert.All(await new FakeGenerator().EmbedBatchAsync(inputs), item => Assert.Null(item.Usage));
        Assert.Null((await generator.EmbedBatchAsync(inputs, batchOptions: new BatchOptions { Pricing = new ModelPricing([]) })).Cost);
    }

    [Fact]
    public async Task Answers_that_were_of_no_use_are_paid_for_too()
    {
        var generator = new FakeGenerator
        {
            Usage = pack => new UsageDetails { InputTokenCount = pack.Count, TotalTokenCount = pack.Count },
            Spoil = (pack, answer) =>
            {
                if (pack.Contains("x"))
                {
                    answer.Clear();
                }
            },
        };
        var batch = await generator.EmbedBatchAsync(["a", "b", "x", "c"], batchOptions: new BatchOptions { Pricing = Simple });
        // 4, then 2 and 2, then 1 and 1.
        Assert.Equal(10, batch.Usage.InputTokens);
        Assert.Equal((10m, 3L), (batch.Cost, batch[2].Usage!.Value.InputTokens));
        Assert.NotNull(batch[2].Error);
    }

    [Fact]
    public async Task A_bound_of_the_cost_is_never_crossed()
    {
        var generator = new FakeGenerator { Usage = pack => new UsageDetails { InputTokenCount = pack.Sum(text => text.Length), TotalTokenCount = pack.Sum(text => text.Length) } };
        var options = new BatchOptions { Pricing = Simple, MaxCost = 100, TokenEstimator = new LengthEstimator(), Pack = new PackLimits { MaxItems = 4 }, MaxConcurrency = 3 };
        var batch = await generator.EmbedBatchAsync(Enumerable.Repeat("12345", 100), batchOptions: options);
        // A pack is 20, and 25 at its dearest.
        Assert.Equal((4, 80m), (generator.Packs.Count, batch.Cost));
        Assert.Equal(BatchStopReason.Cost, Assert.IsType<BatchStoppedException>(batch.StoppedBy).Reason);
        Assert.Equal(16, batch.Count(item => item.Succeeded));
        Assert.All(batch.Failed, item => Assert.Equal(0, item.Attempts));

        var unknown = await new FakeGenerator { Model = "other" }.EmbedBatchAsync(["a", "b"], batchOptions: options);
        Assert.All(unknown, item => Assert.Contains("price", Assert.IsType<InvalidOperationException>(item.Error).Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tokens_of_a_pack_are_taken_from_the_limit_at_once_and_corrected()
    {
        var clock = new FakeTimeProvider();
        var began = clock.GetTimestamp();
        var times = new List<TimeSpan>();
        var generator = new FakeGenerator((_, _) =>
        {
            times.Add(clock.GetElapsedTime(began));
            return Task.CompletedTask;
        })
        { Usage = _ => new UsageDetails { InputTokenCount = 100, TotalTokenCount = 100 } };
        var batch = generator.EmbedBatchAsync(Enumerable.Repeat("12345", 8), batchOptions: new BatchOptions
        {
            TimeProvider = clock,
            MaxConcurrency = 1,
            TokenEstimator = new LengthEstimator(),
            Pack = new PackLimits { MaxItems = 4 },
            RateLimit = new RateLimit { TokensPerMinute = 600 },
        });
        // Ten a second. The first pack was thought to take 20, and took 100: the second waits until the bucket is full again.
        await clock.TimerSetAsync();
        clock.Advance(TimeSpan.FromMilliseconds(9_999));
        Assert.Single(times);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(8, (await batch).EnsureSuccess().Count);
        Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(10)], times);
    }

    [Fact]
    public async Task A_pack_is_never_larger_than_what_the_limit_grants_in_a_minute()
    {
        var clock = new FakeTimeProvider();
        var generator = new FakeGenerator();
        var options = new BatchOptions { TimeProvider = clock, TokenEstimator = new LengthEstimator(), RateLimit = new RateLimit { TokensPerMinute = 60, InputTokensPerMinute = 50 }, MaxConcurrency = 1 };
        var batch = generator.EmbedBatchAsync(Enumerable.Repeat("0123456789", 8), batchOptions: options);
        await clock.TimerSetAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        await batch;
        // Four fifths of it, because an estimate may be a quarter too low.
        Assert.Equal([4, 4], generator.Packs.Select(pack => pack.Length));

        var tiny = new FakeGenerator();
        Vectors.Check(["a"], await tiny.EmbedBatchAsync(["a"], batchOptions: new BatchOptions { RateLimit = new RateLimit { TokensPerMinute = 1 } }));
    }

    [Fact]
    public async Task A_pack_that_no_wait_would_help_is_halved_at_once_and_the_limit_is_kept_from_then_on()
    {
        var clock = new FakeTimeProvider();
        // As OpenAI does: 429 for a request that is larger than a minute's worth, with the limit in the headers.
        var generator = new FakeGenerator((pack, _) => pack.Count * 10 > 90 ? Task.FromException(FakeResponse.Error(429, ("x-ratelimit-limit-tokens", "100"))) : Task.CompletedTask);
        var options = new BatchOptions { TimeProvider = clock, TokenEstimator = new LengthEstimator(), MaxConcurrency = 1, Pack = new PackLimits { MaxItems = 24 } };
        var batch = generator.EmbedBatchAsync(Enumerable.Range(0, 32).Select(i => $"{i}".PadRight(10)), batchOptions: options);
        while (!batch.IsCompleted)
        {
            await Task.WhenAny(batch, clock.TimerSetAsync());
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(32, (await batch).EnsureSuccess().Count);
        Assert.Equal([24, 12, 6, 6, 12, 6, 6, 8], generator.Packs.Select(pack => pack.Length));
    }

    [Fact]
    public async Task A_single_input_waits_however_large_it_may_be()
    {
        var clock = new FakeTimeProvider();
        var calls = 0;
        var generator = new FakeGenerator((_, _) => ++calls == 1 ? Task.FromException(FakeResponse.Error(429, ("retry-after-ms", "10"), ("x-ratelimit-limit-tokens", "100"))) : Task.CompletedTask);
        var batch = generator.EmbedBatchAsync([new string('x', 95)], batchOptions: new BatchOptions { TimeProvider = clock, TokenEstimator = new LengthEstimator() });
        while (!batch.IsCompleted)
        {
            await Task.WhenAny(batch, clock.TimerSetAsync());
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(2, (await batch).EnsureSuccess()[0].Attempts);
    }

    [Fact]
    public async Task Calls_outside_of_batches_share_a_limit_and_a_batch_through_them_counts_once()
    {
        var clock = new FakeTimeProvider();
        var limit = new RateLimit { RequestsPerMinute = 60, TokensPerMinute = 6_000_000 };
        var generator = new FakeGenerator { Usage = _ => new UsageDetails { InputTokenCount = 5, TotalTokenCount = 5 } };
        var limited = new RateLimitedEmbeddingGenerator<string, Embedding<float>>(generator, limit, timeProvider: clock);
        Assert.Same(limit, limited.Limit);
        Vectors.Check("a", (await limited.GenerateAsync("a")).Vector);
        var batch = limited.EmbedBatchAsync(["b", "c"], batchOptions: new BatchOptions { RateLimit = limit, TimeProvider = clock });
        await clock.TimerSetAsync();
        clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Single(generator.Packs);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Vectors.Check(["b", "c"], await batch);
        Assert.Throws<ArgumentNullException>("limit", () => new RateLimitedEmbeddingGenerator<string, Embedding<float>>(generator, null!));
    }

    [Fact]
    public async Task The_estimator_learns_from_every_pack_so_that_the_next_ones_are_filled_better()
    {
        // Four tokens a character, in a language of such words.
        var generator = new FakeGenerator { Usage = pack => new UsageDetails { InputTokenCount = pack.Sum(text => text.Length * 4), TotalTokenCount = 0 } };
        var estimator = new CalibratingTokenEstimator();
        await generator.EmbedBatchAsync(Enumerable.Repeat(new string('x', 100), 200), batchOptions: new BatchOptions { TokenEstimator = estimator, Pack = new PackLimits { MaxItems = 10 }, MaxConcurrency = 1 });
        Assert.InRange(estimator.Estimate(new TokenRequest("m", [new string('x', 100)], 0)).InputTokens, 350, 450);
    }

    [Fact]
    public async Task A_second_run_sends_only_what_is_missing_and_gives_the_same()
    {
        string?[] inputs = ["a", "b", null, "a", "bad", "c", "d", "e"];
        var generator = new FakeGenerator((pack, _) => pack.Contains("bad") ? Task.FromException(new FormatException("secret")) : Task.CompletedTask)
        {
            Usage = pack => new UsageDetails { InputTokenCount = pack.Count * 3, TotalTokenCount = pack.Count * 3 },
        };
        var first = await generator.EmbedBatchAsync(inputs, new EmbeddingGenerationOptions { Dimensions = 4 }, Kept);
        Assert.DoesNotContain(first, item => item.FromCheckpoint);
        var text = await File.ReadAllTextAsync(_path);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.Equal(7, text.Count(letter => letter == '\n'));

        generator.Packs.Clear();
        var second = await generator.EmbedBatchAsync(inputs.Append("f"), new EmbeddingGenerationOptions { Dimensions = 4 }, Kept);
        Assert.Equal([true, true, false, true, false, true, true, true, false], second.Select(item => item.FromCheckpoint));
        Assert.Equal(["bad f", "bad", "f"], generator.Packs.Select(pack => string.Join(' ', pack)));
        Assert.All(first.Where(item => item.Succeeded), item =>
        {
            Vectors.Check(inputs[item.Index]!, second[item.Index].Response.Vector);
            Assert.Equal((item.Usage, item.Response.ModelId, 0), (second[item.Index].Usage, second[item.Index].Response.ModelId, second[item.Index].Attempts));
        });

        generator.Packs.Clear();
        await generator.EmbedBatchAsync(["a"], new EmbeddingGenerationOptions { Dimensions = 5 }, Kept);
        await generator.EmbedBatchAsync(["a"], new EmbeddingGenerationOptions { Dimensions = 4, ModelId = "other" }, Kept);
        Assert.Equal(2, generator.Packs.Count);
    }

    [Fact]
    public async Task A_client_of_the_OpenAI_library_can_resume_as_well()
    {
        var client = new FakeEmbeddingClient(pack => FakeEmbeddingClient.Answer(pack.Index().Select(pair => (pair.Item, pair.Index))));
        string[] inputs = ["a", "b", "c"];
        var first = await client.EmbedBatchAsync(inputs, batchOptions: Kept);
        var second = await client.EmbedBatchAsync(inputs, new OpenAI.Embeddings.EmbeddingGenerationOptions(), Kept);
        Assert.Equal(2, client.Packs.Count);
        second = await client.EmbedBatchAsync(inputs, batchOptions: Kept);
        Assert.Equal(2, client.Packs.Count);
        Assert.All(inputs.Zip(second), pair =>
        {
            Vectors.Check(pair.First, pair.Second.Response.Value.ToFloats());
            Assert.True(pair.Second.FromCheckpoint);
        });
        Assert.Equal(first.Usage, second.Usage);
        Assert.Equal(7, second.Usage.InputTokens);
    }

    [Fact]
    public async Task A_file_that_was_cut_anywhere_loses_at_most_the_line_that_was_cut()
    {
        string[] inputs = [.. Enumerable.Range(0, 12).Select(i => $"text {i}")];
        await new FakeGenerator().EmbedBatchAsync(inputs, batchOptions: Kept);
        var whole = await File.ReadAllBytesAsync(_path);
        for (var length = 0; length <= whole.Length; length += 61)
        {
            await File.WriteAllBytesAsync(_path, whole[..length]);
            var generator = new FakeGenerator();
            Vectors.Check(inputs, (await generator.EmbedBatchAsync(inputs, batchOptions: Kept)).EnsureSuccess());
            Assert.Equal(inputs.Skip(whole[..length].Count(letter => letter == '\n')), generator.Packs.SelectMany(pack => pack));
        }
    }
}
