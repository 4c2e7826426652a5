using System.Runtime.CompilerServices;
using BatchMigrate.Runtime.Tests.Support;
using Microsoft.Extensions.AI;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Calls outside of batches that share a limit with them.</summary>
public class RateLimitedClientTests
{
    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_chat_call_used_takes_the_place_of_its_estimate(bool streamed)
    {
        // Ten a second of either kind; ten of either are guessed, and four of the one used.
        var limit = new RateLimit { InputTokensPerMinute = 600, OutputTokensPerMinute = 600 };
        var client = new RateLimitedChatClient(new Talker(), limit, new TenOfEach(), _clock);
        await AskAsync(client, streamed);
        var second = AskAsync(client, streamed);
        _clock.Advance(TimeSpan.FromMilliseconds(399));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await second;
    }

    [Fact]
    public async Task What_an_embedding_call_used_takes_the_place_of_its_estimate()
    {
        var limit = new RateLimit { InputTokensPerMinute = 600, OutputTokensPerMinute = 600 };
        var inner = new FakeGenerator { Usage = _ => new UsageDetails { InputTokenCount = 4, OutputTokenCount = 0 } };
        var generator = new RateLimitedEmbeddingGenerator<string, Embedding<float>>(inner, limit, new TenOfEach(), _clock);
        await generator.GenerateAsync(["a"]);
        var second = generator.GenerateAsync(["b"]);
        _clock.Advance(TimeSpan.FromMilliseconds(399));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await second;
    }

    [Fact]
    public async Task Messages_are_walked_once_and_a_list_is_handed_on_as_it_is()
    {
        var talker = new Talker();
        var client = new RateLimitedChatClient(talker, new RateLimit { TokensPerMinute = 60_000 }, timeProvider: _clock);
        List<ChatMessage> list = [new(ChatRole.User, "a")];
        await client.GetResponseAsync(list);
        Assert.Same(list, talker.Received);
        await foreach (var _ in client.GetStreamingResponseAsync(list))
        {
        }

        Assert.Same(list, talker.Received);
        var walks = 0;
        IEnumerable<ChatMessage> Once()
        {
            walks++;
            yield return new ChatMessage(ChatRole.User, "b");
        }

        await client.GetResponseAsync(Once());
        Assert.Equal("b", Assert.Single(talker.Received!).Text);
        await foreach (var _ in client.GetStreamingResponseAsync(Once()))
        {
        }

        Assert.Equal("b", Assert.Single(talker.Received!).Text);
        Assert.Equal(2, walks);
    }

    [Fact]
    public async Task Inputs_are_walked_once()
    {
        var inner = new FakeGenerator();
        var generator = new RateLimitedEmbeddingGenerator<string, Embedding<float>>(inner, new RateLimit { TokensPerMinute = 60_000 }, timeProvider: _clock);
        var walks = 0;
        IEnumerable<string> Once()
        {
            walks++;
            yield return "b";
        }

        await generator.GenerateAsync(Once());
        Assert.Equal(["b"], Assert.Single(inner.Packs));
        Assert.Equal(1, walks);
    }

    [Fact]
    public async Task Tokens_are_guessed_only_where_they_are_limited()
    {
        var estimator = new TenOfEach();
        await new RateLimitedChatClient(new Talker(), new RateLimit(), estimator, _clock).GetResponseAsync("a");
        await new RateLimitedChatClient(new Talker(), new RateLimit { RequestsPerMinute = 60 }, estimator, _clock).GetResponseAsync("a");
        Assert.Equal(0, estimator.Asked);
        await new RateLimitedChatClient(new Talker(), new RateLimit { OutputTokensPerMinute = 600 }, estimator, _clock).GetResponseAsync("a");
        Assert.Equal(1, estimator.Asked);
    }

    [Fact]
    public async Task An_estimator_that_throws_costs_no_answer()
    {
        var client = new RateLimitedChatClient(new Talker(), new RateLimit { TokensPerMinute = 60_000 }, new Thrower(), _clock);
        Assert.Equal("yes", (await client.GetResponseAsync("a")).Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_goes_on_in_the_context_of_the_caller(bool waitsInLine)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var limit = waitsInLine ? new RateLimit { RequestsPerMinute = 60 } : new RateLimit();
        var answered = waitsInLine ? Task.CompletedTask : gate.Task;
        var client = new RateLimitedChatClient(new Talker { Before = answered }, limit, timeProvider: _clock);
        var generator = new RateLimitedEmbeddingGenerator<string, Embedding<float>>(new Numbers(answered), limit, timeProvider: _clock);
        if (waitsInLine)
        {
            // The one that may start at once.
            await client.GetResponseAsync("a");
        }

        var context = new Posted();
        var calls = context.Start(() => new[] { client.GetResponseAsync("a"), AskAsync(client, streamed: true), generator.GenerateAsync(["b"]) });
        gate.SetResult();
        for (var i = 0; i < calls.Length; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        await Task.WhenAll(calls);
        Assert.Equal(0, context.Posts);
    }

    private static Task AskAsync(IChatClient client, bool streamed) => streamed ? ReadAsync(client) : client.GetResponseAsync("a");

    private static async Task ReadAsync(IChatClient client)
    {
        await foreach (var _ in client.GetStreamingResponseAsync("a").ConfigureAwait(false))
        {
        }
    }

    private sealed class TenOfEach : ITokenEstimator
    {
        public int Asked { get; private set; }

        public TokenEstimate Estimate(TokenRequest request)
        {
            Asked++;
            return new(10, 10);
        }

        public void Learn(TokenRequest request, BatchUsage usage)
        {
        }
    }

    private sealed class Thrower : ITokenEstimator
    {
        public TokenEstimate Estimate(TokenRequest request) => throw new InvalidOperationException();

        public void Learn(TokenRequest request, BatchUsage usage) => throw new InvalidOperationException();
    }

    /// <summary>Counts what is posted to it.</summary>
    private sealed class Posted : SynchronizationContext
    {
        private int _posts;

        public int Posts => _posts;

        public T Start<T>(Func<T> action)
        {
            var before = Current;
            SetSynchronizationContext(this);
            try
            {
                return action();
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }
    }

    private sealed class Numbers(Task before) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            await before.ConfigureAwait(false);
            return [new Embedding<float>(Vectors.Of("a"))];
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }

    /// <summary>Answers yes, and counts four tokens at last.</summary>
    private sealed class Talker : IChatClient
    {
        public Task Before { get; init; } = Task.CompletedTask;

        public IEnumerable<ChatMessage>? Received { get; private set; }

        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Received = messages;
            await Before.ConfigureAwait(false);
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, "yes")) { Usage = Count(4) };
        }

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Received = messages;
            await Before.ConfigureAwait(false);
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(Count(9))]);
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(Count(4))]);
            yield return new ChatResponseUpdate(ChatRole.Assistant, "yes");
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }

        private static UsageDetails Count(long input) => new() { InputTokenCount = input, OutputTokenCount = 0 };
    }
}
