using System.ClientModel;
using System.ClientModel.Primitives;
using BatchMigrate.Runtime.Tests.Support;
using OpenAI;
using OpenAI.Chat;
using SimulatedProvider;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Several items in one chat request over HTTP, with the real library against the simulated provider.</summary>
public sealed class HttpPackTests
{
    private static readonly RetryOptions Quick = new() { BaseDelay = TimeSpan.FromTicks(1), MaxErrorRetries = 10 };

    [Fact]
    public async Task Every_item_has_its_own_answer_and_the_options_reach_the_provider()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        string[] items = [.. Enumerable.Range(0, 67).Select(i => $"item {i}")];
        var options = new ChatCompletionOptions { MaxOutputTokenCount = 5_000, Temperature = 0 };
        var batch = await Client(host).PackBatchAsync(items, PackModel.Ask, options);
        Check(items, batch.EnsureSuccess());
        Assert.Equal((5, 5), (host.Counters.Requests, host.Counters.Succeeded));
        Assert.Equal((host.Counters.InputTokens, host.Counters.OutputTokens), (batch.Usage.InputTokens, batch.Usage.OutputTokens));
        Assert.NotNull(batch.Cost);
        Assert.Null(options.ResponseFormat);
    }

    [Fact]
    public async Task Spoiled_answers_and_poisoned_items_cost_only_themselves()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        string?[] items = [.. Enumerable.Range(0, 120).Select(i => i switch
        {
            7 => "[simulate:400] poison",
            20 => "[simulate:missing] never",
            33 => "[simulate:twice] two",
            46 => "[simulate:extra] one more",
            59 => "[simulate:truncated] cut",
            60 => null,
            80 => "[simulate:prose] a story",
            90 => "[simulate:shuffled] order",
            100 => "[simulate:cut*1] connection",
            _ => $"item {i}",
        })];
        var batch = await Client(host).PackBatchAsync(items, PackModel.Ask, batchOptions: new BatchOptions { Retry = Quick });
        Assert.Equal([7, 20], batch.Failed.Select(item => item.Index));
        Assert.Equal(400, Assert.IsType<ClientResultException>(batch[7].Error).Status);
        Assert.IsType<InvalidOperationException>(batch[20].Error);
        Assert.True(batch[60].Skipped);
        Check([.. items.Where((_, i) => batch[i].Succeeded)], batch.Where(item => item.Succeeded));
        Assert.Equal(host.Counters.InputTokens, batch.Usage.InputTokens);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task In_all_troubles_every_item_gets_its_own_answer(int seed)
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
        string[] markers = ["400", "missing", "truncated", "twice", "extra", "shuffled", "prose", "500*1"];
        string[] items = [.. Enumerable.Range(0, 400).Select(i => random.Next(12) == 0 ? $"[simulate:{markers[random.Next(markers.Length)]}] {i}" : $"item {i}")];
        var options = new BatchOptions { Pack = new PackLimits { MaxItems = random.Next(2, 40) }, MaxConcurrency = random.Next(1, 12), Retry = Quick };
        var batch = await Client(host).PackBatchAsync(items, PackModel.Ask, batchOptions: options);
        Assert.Equal(items.Index().Where(pair => pair.Item.Contains(":400]", StringComparison.Ordinal) || pair.Item.Contains("missing", StringComparison.Ordinal)).Select(pair => pair.Index), batch.Failed.Select(item => item.Index));
        Check([.. items.Where((_, i) => batch[i].Succeeded)], batch.Where(item => item.Succeeded));
        Assert.Equal((host.Counters.InputTokens, host.Counters.OutputTokens), (batch.Usage.InputTokens, batch.Usage.OutputTokens));
    }

    private static void Check(IReadOnlyList<string?> items, IEnumerable<BatchItem<string>> results) =>
        Assert.All(items.Zip(results), pair => Assert.EndsWith($": {pair.First}", pair.Second.Response, StringComparison.Ordinal));

    private static ChatClient Client(SimulatedProviderHost host) =>
        new("gpt-4o-mini", new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = host.Endpoint, RetryPolicy = new ClientRetryPolicy(0) }.UseBatchMigrate());
}
