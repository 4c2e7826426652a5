using System.ClientModel;
using BatchMigrate.Packing;
using BatchMigrate.Runtime.Tests.Support;
using Microsoft.Extensions.AI;
using OpenAI.Embeddings;

namespace BatchMigrate.Runtime.Tests;

public class EmbeddingTests
{
    [Fact]
    public async Task Every_input_has_its_own_vector_in_the_order_of_the_input()
    {
        string[] inputs = [.. Enumerable.Range(0, 100).Select(i => $"text {i % 70}")];
        var generator = new FakeGenerator();
        BatchResult<Embedding<float>> batch = await generator.EmbedBatchAsync(inputs);
        Vectors.Check(inputs, batch.EnsureSuccess());
        Assert.Equal(Enumerable.Range(0, 100), batch.Select(item => item.Index));
        Assert.All(batch, item => Assert.Equal(1, item.Attempts));
        Assert.Equal([32, 32, 32, 4], generator.Packs.Select(pack => pack.Length).OrderDescending());

        var client = new FakeEmbeddingClient(pack => FakeEmbeddingClient.Answer(pack.Index().Reverse().Select(pair => (pair.Item, pair.Index))));
        BatchResult<ClientResult<OpenAIEmbedding>> other = await client.EmbedBatchAsync(inputs);
        Assert.All(inputs.Zip(other), pair => Vectors.Check(pair.First, pair.Second.Response.Value.ToFloats()));
        OpenAIEmbedding single = other[99].Response;
        Assert.Equal((Vectors.Dimensions, 200), (single.ToFloats().Length, other[0].Response.GetRawResponse().Status));
    }

    [Fact]
    public async Task Where_only_vectors_are_wanted_items_are_the_same()
    {
        var generator = new FakeGenerator((pack, _) => pack.Contains("bad") ? throw new FormatException() : Task.CompletedTask);
        string?[] inputs = ["a", null, "bad", "c"];
        var batch = await generator.EmbedVectorBatchAsync(inputs);
        Vectors.Check("a", batch[0].Response);
        Assert.True(batch[1].Skipped);
        Assert.IsType<FormatException>(batch[2].Error);
        Vectors.Check("c", batch[3].Response);
        Vectors.Check("xx", (await generator.EmbedVectorBatchAsync([2, 3], length => new string('x', length)))[0].Response);
    }

    [Fact]
    public async Task Vectors_that_are_there_when_a_batch_is_cancelled_are_not_lost()
    {
        using var caller = new CancellationTokenSource();
        var generator = new FakeGenerator(async (pack, token) =>
        {
            if (pack.Contains("b"))
            {
                await caller.CancelAsync();
                token.ThrowIfCancellationRequested();
            }
        });
        var options = new BatchOptions { Pack = new PackLimits { MaxItems = 1 }, MaxConcurrency = 1 };
        var error = await Assert.ThrowsAsync<BatchCanceledException<ReadOnlyMemory<float>>>(() => generator.EmbedVectorBatchAsync(["a", "b", "c"], batchOptions: options, cancellationToken: caller.Token));
        Vectors.Check("a", error.Partial[0].Response);
        Assert.Equal(caller.Token, error.CancellationToken);
    }

    [Fact]
    public async Task No_inputs_need_no_request_and_one_needs_one()
    {
        var generator = new FakeGenerator();
        Assert.Empty(await generator.EmbedBatchAsync([]));
        Assert.Empty(await generator.EmbedBatchAsync(new string?[] { null, null }.Where(text => text is not null)));
        Assert.Empty(generator.Packs);
        Vectors.Check(["one"], await generator.EmbedBatchAsync(["one"]));
        Assert.Single(generator.Packs);
    }

    [Fact]
    public async Task Null_needs_no_request_and_keeps_its_place()
    {
        var generator = new FakeGenerator();
        var batch = await generator.EmbedBatchAsync([null, "a", null, "a", "b", null]);
        Assert.Equal([true, false, true, false, false, true], batch.Select(item => item.Skipped));
        Assert.Equal(["a", "a", "b"], Assert.Single(generator.Packs));
        Vectors.Check("b", batch[4].Response.Vector);
        Assert.All(await generator.EmbedBatchAsync(new string?[5000]), item => Assert.True(item.Skipped));
        Assert.Single(generator.Packs);
    }

    [Fact]
    public async Task Items_are_prepared_in_order_and_what_that_throws_is_their_own_error()
    {
        var prepared = new List<int>();
        var generator = new FakeGenerator();
        var batch = await generator.EmbedBatchAsync(Enumerable.Range(0, 10), item =>
        {
            prepared.Add(item);
            return item == 3 ? throw new FormatException("three") : item == 5 ? null : $"text {item}";
        });
        Assert.Equal(Enumerable.Range(0, 10), prepared);
        Assert.Equal("three", Assert.IsType<FormatException>(Assert.Single(batch.Failed).Error).Message);
        Assert.True(batch[5].Skipped);
        Assert.All(batch.Where(item => item.Succeeded), item => Vectors.Check($"text {item.Index}", item.Response.Vector));
        Assert.Equal(8, Assert.Single(generator.Packs).Length);
    }

    [Fact]
    public async Task An_empty_text_fails_as_the_single_call_does_and_spoils_no_pack()
    {
        var client = new FakeEmbeddingClient(pack => FakeEmbeddingClient.Answer(pack.Index().Select(pair => (pair.Item, pair.Index))));
        var batch = await client.EmbedBatchAsync(["a", "", "b"]);
        var single = await Assert.ThrowsAsync<ArgumentException>(() => new EmbeddingClient("m", "key").GenerateEmbeddingAsync(""));
        Assert.Equal(single.Message, Assert.IsType<ArgumentException>(Assert.Single(batch.Failed).Error).Message);
        Assert.Equal(["a", "b"], Assert.Single(client.Packs));
    }

    [Fact]
    public async Task Packs_are_filled_in_order_by_number_and_by_tokens()
    {
        var generator = new FakeGenerator();
        var options = new BatchOptions { MaxConcurrency = 1, TokenEstimator = new LengthEstimator(), Pack = new PackLimits { MaxItems = 3, MaxTokens = 10 } };
        string[] inputs = ["aaaa", "bbbb", "cccc", "dd", "e", "f", "g", "hhhhhhhhhhhhhhh", "iiiiiiiiii", "j", "k"];
        Vectors.Check(inputs, await generator.EmbedBatchAsync(inputs, batchOptions: options));
        // One that is larger than a pack goes alone.
        Assert.Equal(["aaaa bbbb", "cccc dd e", "f g", "hhhhhhhhhhhhhhh", "iiiiiiiiii", "j k"], generator.Packs.Select(pack => string.Join(' ', pack)));
    }

    [Theory]
    [InlineData("text-embedding-3-small", 2048, 300_000)]
    [InlineData("openai/text-embedding-3-large", 2048, 300_000)]
    [InlineData("Text-Embedding-Ada-002", 2048, 300_000)]
    [InlineData("models/gemini-embedding-001", 100, long.MaxValue)]
    [InlineData("embed-multilingual-v3.0", 96, long.MaxValue)]
    [InlineData("cohere.embed-english-v3", 96, long.MaxValue)]
    [InlineData("voyage-3-large", 128, 120_000)]
    [InlineData("mistral-embed", 128, 16_384)]
    [InlineData("text-embedding-v4", 10, long.MaxValue)]
    [InlineData("bge-m3", 32, 16_384)]
    [InlineData("", 32, 16_384)]
    [InlineData(null, 32, 16_384)]
    public void What_a_provider_takes_is_known_by_the_name_of_the_model(string? model, int items, long tokens) =>
        Assert.Equal(new PackSize(items, tokens), EmbeddingLimits.Of(model));

    [Fact]
    public async Task The_table_holds_for_what_is_not_set()
    {
        var generator = new FakeGenerator { Model = "text-embedding-3-small" };
        var options = new BatchOptions { MaxConcurrency = 1, TokenEstimator = new LengthEstimator() };
        string[] small = [.. Enumerable.Repeat("x", 2049)], large = [.. Enumerable.Repeat(new string('x', 7500), 41)];
        await generator.EmbedBatchAsync(small, batchOptions: options);
        await generator.EmbedBatchAsync(large, batchOptions: options);
        await generator.EmbedBatchAsync(large, batchOptions: new BatchOptions { MaxConcurrency = 1, TokenEstimator = new LengthEstimator(), Pack = new PackLimits { MaxItems = 1000 } });
        await generator.EmbedBatchAsync(small, new Microsoft.Extensions.AI.EmbeddingGenerationOptions { ModelId = "text-embedding-v3" }, new BatchOptions { MaxConcurrency = 1, Pack = new PackLimits { MaxTokens = 1_000_000 } });
        Assert.Equal([2048, 1, 40, 1, 40, 1, 10, 10], generator.Packs.Select(pack => pack.Length).Take(8));
        Assert.Throws<ArgumentOutOfRangeException>("MaxItems", () => new PackLimits { MaxItems = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("MaxTokens", () => new PackLimits { MaxTokens = 0 });
    }

    [Fact]
    public async Task The_source_is_read_one_pack_ahead_of_its_request_and_no_further()
    {
        var (started, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var generator = new FakeGenerator(async (_, _) =>
        {
            started.TrySetResult();
            await go.Task;
        });
        var source = new ProbeSource(100);
        var batch = generator.EmbedBatchAsync(source, item => $"text {item}", batchOptions: new BatchOptions { MaxConcurrency = 1, Pack = new PackLimits { MaxItems = 10 } });
        await started.Task;
        Assert.Equal(10, source.Pulled);
        go.SetResult();
        Assert.Equal(100, (await batch).EnsureSuccess().Count);
        Assert.Equal((1, false), (source.Disposed, source.Overlapped));
    }

    [Fact]
    public async Task Progress_counts_inputs_and_not_packs()
    {
        var progress = new RecordingProgress();
        var generator = new FakeGenerator { Usage = pack => new UsageDetails { InputTokenCount = pack.Count, TotalTokenCount = pack.Count } };
        await generator.EmbedBatchAsync(Enumerable.Range(0, 50).Select(i => i % 10 == 0 ? null : $"{i}"), batchOptions: new BatchOptions { Progress = progress, Pack = new PackLimits { MaxItems = 7 } });
        Assert.Equal(51, progress.Reports.Count);
        Assert.Equal(Enumerable.Range(1, 50), progress.Reports.Take(50).Select(report => report.Completed));
        Assert.False(progress.Overlapped);
        var last = progress.Reports[^1];
        Assert.Equal((50, 50, 0, 5, 0, true), (last.Total, last.Completed, last.Failed, last.Skipped, last.InFlight, last.IsFinal));
        Assert.Equal(45, last.Usage.InputTokens);
    }

    [Fact]
    public async Task The_synchronous_twin_uses_the_synchronous_call()
    {
        var client = new FakeEmbeddingClient(pack => FakeEmbeddingClient.Answer(pack.Index().Select(pair => (pair.Item, pair.Index))));
        string[] inputs = [.. Enumerable.Range(0, 70).Select(i => $"{i}")];
        await PumpContext.RunAsync(() =>
        {
            Assert.All(inputs.Zip(client.EmbedBatch(inputs)), pair => Vectors.Check(pair.First, pair.Second.Response.Value.ToFloats()));
            Assert.Equal(70, client.EmbedBatch(inputs, text => text).EnsureSuccess().Count);
            return Task.CompletedTask;
        });
        Assert.Equal((6, 6), (client.SyncCalls, client.Packs.Count));
    }

    [Fact]
    public async Task An_estimate_packs_as_the_batch_does_and_sends_nothing()
    {
        var generator = new FakeGenerator();
        var options = new BatchOptions
        {
            MaxConcurrency = 1,
            TokenEstimator = new LengthEstimator(),
            Pack = new PackLimits { MaxItems = 4, MaxTokens = 100 },
            Pricing = new ModelPricing([new("m", new ModelPrice(1_000_000, 0))]),
            RateLimit = new RateLimit { RequestsPerMinute = 60 },
        };
        string?[] inputs = [.. Enumerable.Range(0, 40).Select(i => i % 9 == 0 ? null : new string('x', i * 5))];
        var estimate = await generator.EstimateAsync(inputs, batchOptions: options);
        Assert.Empty(generator.Packs);
        var batch = await generator.EmbedBatchAsync(inputs, batchOptions: new BatchOptions { MaxConcurrency = 1, TokenEstimator = new LengthEstimator(), Pack = options.Pack });
        var sum = inputs.Sum(text => text?.Length ?? 0);
        Assert.Equal((40, generator.Packs.Count), (estimate.Items, estimate.Requests));
        Assert.Equal((0L, 0L), (estimate.Low.OutputTokens, estimate.High.OutputTokens));
        Assert.InRange(sum, estimate.Low.InputTokens, estimate.High.InputTokens);
        Assert.Equal((estimate.Low.InputTokens, estimate.High.InputTokens), ((long)estimate.CostLow!, (long)estimate.CostHigh!));
        Assert.Equal(TimeSpan.FromSeconds(generator.Packs.Count - 1), estimate.TimeAtLimit);
        Assert.Equal(35, batch.EnsureSuccess().Count(item => item.Succeeded));

        var client = new FakeEmbeddingClient(_ => throw new FormatException());
        var other = await client.EstimateAsync(["a", "", null, "b"]);
        Assert.Equal((4, 1), (other.Items, other.Requests));
        Assert.Equal(2, (await client.EstimateAsync(Enumerable.Range(0, 40), i => $"{i}")).Requests);
    }

    [Fact]
    public async Task Inputs_may_be_of_any_type()
    {
        var generator = new Squares();
        BatchResult<Embedding<float>> batch = await generator.EmbedBatchAsync(Enumerable.Range(0, 70));
        Assert.Equal(Enumerable.Range(0, 70).Select(i => (float)i * i), batch.Select(item => item.Response.Vector.Span[0]));
        var other = await generator.EmbedBatchAsync(["1", "22"], text => text.Length);
        Assert.Equal([1f, 4f], other.Select(item => item.Response.Vector.Span[0]));
        Assert.Equal((70, 3), ((await generator.EstimateAsync(Enumerable.Range(0, 70))).Items, (await generator.EstimateAsync(Enumerable.Range(0, 70))).Requests));
    }

    [Fact]
    public void Estimates_say_which_argument_is_missing()
    {
        var (client, generator) = (new FakeEmbeddingClient(_ => throw new FormatException()), new FakeGenerator());
        Assert.Throws<ArgumentNullException>("inputs", () => { _ = client.EstimateAsync(null!); });
        Assert.Throws<ArgumentNullException>("inputs", () => { _ = generator.EstimateAsync(null!); });
        Assert.Throws<ArgumentNullException>("client", () => { _ = ((EmbeddingClient)null!).EstimateAsync(["a"]); });
        Assert.Throws<ArgumentNullException>("generator", () => { _ = ((FakeGenerator)null!).EstimateAsync(["a"]); });
        Assert.Throws<ArgumentNullException>("items", () => { _ = client.EstimateAsync<int>(null!, i => $"{i}"); });
        Assert.Throws<ArgumentNullException>("input", () => { _ = generator.EstimateAsync(["a"], (Func<string, string?>)null!); });
    }

    private sealed class Squares : IEmbeddingGenerator<int, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<int> values, Microsoft.Extensions.AI.EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(value => new Embedding<float>(new float[] { value * value }))));

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
