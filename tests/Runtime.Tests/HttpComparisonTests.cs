using System.ClientModel;
using BatchMigrate.Runtime.Tests.Support;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using SimulatedProvider;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Comparisons of models over HTTP, with the real library and streamed answers.</summary>
public class HttpComparisonTests
{
    private static readonly ModelPricing Prices = new([new("large", new ModelPrice(1000, 2000)), new("small", new ModelPrice(100, 200))]);

    [Fact]
    public async Task Models_of_a_server_side_by_side()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions { Models = ["large", "small"], AnswerWords = 20 });
        string[] prompts = ["one two three four five six seven eight nine ten", "fails [simulate:400]", "short"];
        var comparison = await Batch.CompareModelsAsync(
            [Client(host, "large"), Client(host, "missing"), Client(host, "small")], prompts, runs: 2, new ComparisonOptions { WarmUp = true }, new BatchOptions { Pricing = Prices });

        Assert.Equal([4, 0, 4], comparison.Models.Select(model => model.Answers));
        Assert.Equal([2, 6, 2], comparison.Models.Select(model => model.Failed));
        Assert.All(comparison.Models, model => Assert.Equal(BatchFailureKind.BadRequest, model.FirstFailure!.FailureKind));
        Assert.Equal((404, 400), (StatusOf(comparison.Models[1]), StatusOf(comparison.Models[2])));
        // Three models, six requests and a warm-up each, one at a time.
        Assert.Equal((21, 1), (host.Counters.Requests, host.Counters.PeakConcurrency));

        foreach (var model in comparison.Models.Where(model => model.Answers > 0))
        {
            Assert.All(comparison.Runs.Where(run => run.Model == model.Name && run.Succeeded), run =>
            {
                Assert.True(run.TimeToFirstToken > TimeSpan.Zero && run.TimeToFirstToken <= run.Latency);
                Assert.True(run.OutputTokensPerSecond > 0);
                Assert.StartsWith("Answer ", run.Answer, StringComparison.Ordinal);
            });
            Assert.Contains("nine ten", comparison.Runs.First(run => run.Model == model.Name).Answer, StringComparison.Ordinal);
        }

        var (large, small) = (comparison.Models[0], comparison.Models[2]);
        Assert.Equal(large.Usage, small.Usage);
        Assert.Equal((Prices.PriceOf("large")!.CostOf(large.Usage!.Value), large.Cost / 10), (large.Cost, small.Cost));
        var warmUps = comparison.Models.Sum(model => model.WarmUp!.Usage?.OutputTokens ?? 0);
        Assert.Equal(host.Counters.OutputTokens, large.Usage.Value.OutputTokens + small.Usage!.Value.OutputTokens + warmUps);

        static int StatusOf(ModelFigures model) => Assert.IsType<ClientResultException>(model.FirstFailure!.Error).Status;
    }

    [Fact]
    public async Task Whole_answers_are_compared_too()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions());
        var comparison = await Batch.CompareModelsAsync([Client(host, "large")], ["a", "b"], options: new ComparisonOptions { Stream = false }, batchOptions: new BatchOptions { Pricing = Prices });
        var model = Assert.Single(comparison.Models);
        Assert.Equal((6, null), (model.Answers, model.TimeToFirstToken));
        Assert.True(model.OutputTokensPerSecond > 0);
        Assert.Equal((host.Counters.InputTokens, host.Counters.OutputTokens), (model.Usage!.Value.InputTokens, model.Usage.Value.OutputTokens));
    }

    [Fact]
    public async Task Streams_that_are_refused_or_cut_are_asked_for_again()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions { RetryAfter = TimeSpan.Zero });
        string[] prompts = ["a b c d e f g h i j [simulate:cut*1]", "b [simulate:429*1]", "c [simulate:503*1]", "d"];
        var comparison = await Batch.CompareModelsAsync([Client(host, "m")], prompts, runs: 1, batchOptions: new BatchOptions { Retry = new RetryOptions { BaseDelay = TimeSpan.FromMilliseconds(1) } });
        Assert.Equal([2, 2, 2, 1], comparison.Runs.Select(run => run.Attempts));
        Assert.All(comparison.Runs, run => Assert.True(run.Succeeded));
        Assert.Equal(7, host.Counters.Requests);
    }

    [Fact]
    public async Task A_cut_stream_fails_where_nobody_retries()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions());
        var comparison = await Batch.CompareModelsAsync(
            [Client(host, "m")], ["a b c d e f g h i j [simulate:cut]", "b"], runs: 1, batchOptions: new BatchOptions { Retry = RetryOptions.None });
        Assert.Equal(BatchFailureKind.Transient, comparison.Runs[0].FailureKind);
        Assert.True(comparison.Runs[1].Succeeded);
    }

    [Fact]
    public async Task A_key_or_a_quota_stops_its_model_and_no_other()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions());
        var keyless = new ChatClient("keyless", new ApiKeyCredential(" "), new OpenAIClientOptions { Endpoint = host.Endpoint }.UseBatchMigrate());
        var comparison = await Batch.CompareModelsAsync([keyless, Client(host, "m")], ["a", "b [simulate:quota]", "c"], runs: 2);
        Assert.Equal([BatchFailureKind.Authentication, BatchFailureKind.Quota], comparison.Models.Select(model => model.FirstFailure!.FailureKind!.Value));
        Assert.Equal([401, 429], comparison.Models.Select(model => Assert.IsType<ClientResultException>(model.StoppedBy).Status));
        // One request of the first; two of the second, whose second one is refused for good.
        Assert.Equal((3, 1), (host.Counters.Requests, host.Counters.Succeeded));
        Assert.Equal([0, 1], comparison.Models.Select(model => model.Answers));
    }

    [Fact]
    public async Task Models_of_several_servers_and_libraries()
    {
        await using var here = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions { AnswerWords = 3 });
        await using var there = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions { AnswerWords = 6 });
        using var common = new Adapter(Client(there, "there"));
        var comparison = await Batch.CompareModelsAsync([Client(here, "here"), new(common)], ["one two three four five six"], runs: 2);
        Assert.Equal(["here", "there"], comparison.Models.Select(model => model.Name));
        Assert.All(comparison.Models, model => Assert.Equal(2, model.Answers));
        Assert.True(comparison.Models[0].Usage!.Value.OutputTokens < comparison.Models[1].Usage!.Value.OutputTokens);
        Assert.EndsWith("one two three four five six", comparison.Runs[^1].Answer, StringComparison.Ordinal);
        Assert.Equal((2, 2), (here.Counters.Requests, there.Counters.Requests));
    }

    private static ChatClient Client(SimulatedProviderHost host, string model) =>
        new(model, new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = host.Endpoint }.UseBatchMigrate());

    /// <summary>As the adapters of the common abstractions do it.</summary>
    private sealed class Adapter(ChatClient client) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var update in client.CompleteChatStreamingAsync([new UserChatMessage(FakeAIClient.TextOf(messages))], cancellationToken: cancellationToken))
            {
                yield return new ChatResponseUpdate(ChatRole.Assistant, string.Concat(update.ContentUpdate.Select(part => part.Text))) { ModelId = update.Model };
                if (update.Usage is { } usage)
                {
                    yield return new ChatResponseUpdate { Contents = [new UsageContent(new UsageDetails { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount })] };
                }
            }
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(defaultModelId: "there") : null;

        public void Dispose()
        {
        }
    }
}
