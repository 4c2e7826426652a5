using System.ClientModel;
using System.ClientModel.Primitives;
using BatchMigrate.Runtime.Tests.Support;
using OpenAI;
using OpenAI.Embeddings;
using SimulatedProvider;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Embeddings over HTTP with the real library against the simulated provider.</summary>
public sealed class HttpEmbeddingTests
{
    private static readonly EmbeddingGenerationOptions Short = new() { Dimensions = Vectors.Dimensions };

    private static readonly RetryOptions Quick = new() { BaseDelay = TimeSpan.FromTicks(1) };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Requests_that_share_their_options_get_their_own_inputs(bool isAsync)
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var options = new EmbeddingGenerationOptions { Dimensions = Vectors.Dimensions };
#pragma warning disable SCME0001
        options.Patch.Set("$.input_type"u8, "query");
#pragma warning restore SCME0001
        string[] inputs = [.. Enumerable.Range(0, 1500).Select(i => $"text {i}")];
        var batchOptions = new BatchOptions { MaxConcurrency = 16, Pack = new PackLimits { MaxItems = 5 } };
        var client = Client(host);
        var batch = isAsync ? await client.EmbedBatchAsync(inputs, options, batchOptions) : await Task.Run(() => client.EmbedBatch(inputs, options, batchOptions));
        Check(inputs, batch.EnsureSuccess());
        Assert.Equal((300, 300), (host.Counters.Requests, host.Counters.Succeeded));
        Assert.Equal(host.Counters.InputTokens, batch.Usage.InputTokens);
    }

    [Fact]
    public async Task Packs_are_as_large_as_the_provider_takes_them()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        string[] inputs = [.. Enumerable.Range(0, 5000).Select(i => $"text {i}")];
        var batch = await Client(host).EmbedBatchAsync(inputs, Short);
        Check(inputs, batch.EnsureSuccess());
        Assert.Equal(3, host.Counters.Requests);
        Assert.Equal(0.02m * batch.Usage.InputTokens / 1_000_000, batch.Cost);

        // 2,400 tokens each by the provider's count, and by the estimate: 125 of them are 300,000.
        string[] large = [.. Enumerable.Range(0, 200).Select(i => $"{i}".PadRight(9600, 'x'))];
        Check(large, (await Client(host).EmbedBatchAsync(large, Short)).EnsureSuccess());
        Assert.Equal(5, host.Counters.Succeeded);
        Assert.InRange(host.Counters.Failed4xx, 0, 1);
    }

    [Fact]
    public async Task What_is_wrong_with_an_input_is_its_own_error()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        string?[] inputs = [.. Enumerable.Range(0, 300).Select(i => i switch
        {
            17 => "poison [simulate:400]",
            99 => new string('x', 4 * 8193),
            100 => "",
            150 => null,
            200 => "[simulate:missing]",
            250 => "[simulate:500]",
            _ => i % 50 == 9 ? $"[simulate:shuffled] {i}" : $"text {i}",
        })];
        var batch = await Client(host).EmbedBatchAsync(inputs, Short, new BatchOptions { Retry = new RetryOptions { BaseDelay = TimeSpan.FromTicks(1), MaxErrorRetries = 1 } });
        Assert.Equal([17, 99, 100, 200, 250], batch.Failed.Select(item => item.Index));
        Assert.Equal([400, 400], new[] { batch[17], batch[99] }.Select(item => Assert.IsType<ClientResultException>(item.Error).Status));
        Assert.Contains("8193 tokens", batch[99].Error!.Message, StringComparison.Ordinal);
        Assert.IsType<ArgumentException>(batch[100].Error);
        Assert.IsType<InvalidOperationException>(batch[200].Error);
        Assert.Equal(500, Assert.IsType<ClientResultException>(batch[250].Error).Status);
        Assert.True(batch[150].Skipped);
        Check([.. inputs.Where((_, i) => batch[i].Succeeded)], batch.Where(item => item.Succeeded));
    }

    [Fact]
    public async Task A_key_that_is_not_accepted_stops_the_batch_at_its_first_pack()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var batch = await Client(host).EmbedBatchAsync(Enumerable.Range(0, 100).Select(i => $"[simulate:401] {i}"), Short, new BatchOptions { MaxConcurrency = 1, Pack = new PackLimits { MaxItems = 10 } });
        Assert.Equal(1, host.Counters.Requests);
        Assert.Equal(100, batch.Failed.Count);
        Assert.All(batch, item => Assert.Equal(401, Assert.IsType<ClientResultException>(item.Error).Status));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_not_asked_more_often_than_for_the_packs()
    {
        var host = await SimulatedProviderHost.StartAsync(new());
        var client = Client(host);
        await host.DisposeAsync();
        var batch = await client.EmbedBatchAsync(["a", "b", "c"], Short, new BatchOptions { Retry = RetryOptions.None });
        Assert.All(batch, item => Assert.Equal(1, item.Attempts));
        Assert.Equal(3, batch.Failed.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task In_all_troubles_every_input_gets_its_own_vector(int seed)
    {
        await using var host = await SimulatedProviderHost.StartAsync(new()
        {
            Seed = seed,
            RateLimitedShare = 0.05,
            InternalErrorShare = 0.1,
            UnavailableShare = 0.02,
            DropShare = 0.1,
            RetryAfter = TimeSpan.FromMilliseconds(1),
        });
        var random = new Random(seed);
        string[] inputs = [.. Enumerable.Range(0, 800).Select(i => $"{random.Next(20) switch { 0 => "[simulate:400]", 1 => "[simulate:shuffled]", 2 => "[simulate:500*1]", _ => "text" }} {i}")];
        var progress = new RecordingProgress();
        var options = new BatchOptions { Pack = new PackLimits { MaxItems = random.Next(5, 100) }, MaxConcurrency = random.Next(1, 12), Progress = progress, Retry = new RetryOptions { BaseDelay = TimeSpan.FromTicks(1), MaxErrorRetries = 10 } };
        var batch = await Client(host).EmbedBatchAsync(inputs, Short, options);
        Assert.Equal(inputs.Index().Where(pair => pair.Item.Contains(":400", StringComparison.Ordinal)).Select(pair => pair.Index), batch.Failed.Select(item => item.Index));
        Check([.. inputs.Where((_, i) => batch[i].Succeeded)], batch.Where(item => item.Succeeded));
        Assert.Equal((800, 800), (progress.Reports[^1].Completed, batch.Count));
        Assert.Equal(host.Counters.InputTokens, batch.Usage.InputTokens);
    }

    [Fact]
    public async Task Rate_limits_of_the_provider_are_kept_with_packs()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new() { RetryAfter = TimeSpan.FromMilliseconds(1) });
        string[] inputs = [.. Enumerable.Range(0, 40).Select(i => $"[simulate:429*2] {i}")];
        var batch = await Client(host).EmbedBatchAsync(inputs, Short, new BatchOptions { Pack = new PackLimits { MaxItems = 10 }, Retry = Quick });
        Check(inputs, batch.EnsureSuccess());
        Assert.All(batch, item => Assert.Equal(3, item.Attempts));
        Assert.Equal((12, 8), (host.Counters.Requests, host.Counters.Rejected429));
    }

    private static void Check(IEnumerable<string?> inputs, IEnumerable<BatchItem<ClientResult<OpenAIEmbedding>>> items) =>
        Assert.All(inputs.Zip(items), pair => Vectors.Check(pair.First!, pair.Second.Response.Value.ToFloats()));

    private static EmbeddingClient Client(SimulatedProviderHost host) =>
        new("text-embedding-3-small", new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = host.Endpoint, RetryPolicy = new ClientRetryPolicy(0) }.UseBatchMigrate());
}
