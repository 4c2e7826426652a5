using System.Collections.Concurrent;
using BatchMigrate.Runtime.Tests.Support;
using Microsoft.Extensions.AI;

namespace BatchMigrate.Runtime.Tests;

public class ChatClientTests
{
    [Fact]
    public async Task Message_lists_of_any_kind_are_sent_in_order_with_the_shared_options()
    {
        var options = new ChatOptions();
        var seen = new ConcurrentBag<ChatOptions?>();
        var client = new FakeAIClient((messages, given, _) =>
        {
            seen.Add(given);
            return Task.FromResult(FakeAIClient.TextOf(messages));
        });
        List<List<ChatMessage>> lists = [[Instruct("s"), User("a")], [User("b")]];
        var result = await client.CompleteBatchAsync(lists, options, cancellationToken: CancellationToken.None);
        Assert.Equal(["s|a", "b"], result.Select(item => item.Response.Text));
        Assert.All(seen, given => Assert.Same(options, given));

        ChatMessage[][] arrays = [[User("c")]];
        Assert.Equal("c", (await client.CompleteBatchAsync(arrays))[0].Response.Text);
        Assert.Equal("d", client.CompleteBatch(new List<IEnumerable<ChatMessage>> { new[] { User("d") } })[0].Response.Text);
    }

    [Fact]
    public async Task Prompts_are_one_user_message_each()
    {
        var roles = new ConcurrentBag<string>();
        var client = new FakeAIClient((messages, _, _) =>
        {
            roles.Add(messages[0].Role.Value);
            return Task.FromResult(FakeAIClient.TextOf(messages));
        });
        Assert.Equal(["a", "b"], (await client.CompleteBatchAsync(["a", "b"])).Select(item => item.Response.Text));
        Assert.Equal(["c"], client.CompleteBatch(["c"]).Select(item => item.Response.Text));
        Assert.All(roles, role => Assert.Equal("user", role, ignoreCase: true));
    }

    [Fact]
    public async Task Requests_bring_their_own_options()
    {
        var client = new FakeAIClient((messages, options, _) => Task.FromResult($"{FakeAIClient.TextOf(messages)} {options?.Temperature}"));
        ChatRequest?[] requests = [new([User("a")], new ChatOptions { Temperature = 0.5f }), null, new([User("b")])];
        foreach (var result in new[] { await client.CompleteBatchAsync(requests), client.CompleteBatch(requests) })
        {
            Assert.Equal("a 0.5", result[0].Response.Text);
            Assert.True(result[1].Skipped);
            Assert.Equal("b ", result[2].Response.Text);
        }
    }

    [Fact]
    public async Task Items_are_prepared_one_by_one_in_order_and_their_exceptions_are_their_errors()
    {
        var client = new FakeAIClient((messages, _, _) => Task.FromResult(FakeAIClient.TextOf(messages)));
        var prepared = new List<int>();
        IEnumerable<ChatMessage>? Prepare(int item)
        {
            prepared.Add(item);
            return item switch
            {
                3 => null,
                5 => throw new FormatException(),
                _ => [User($"{item}")],
            };
        }

        var numbers = Enumerable.Range(0, 100);
        foreach (var result in new[] { await client.CompleteBatchAsync(numbers, Prepare), client.CompleteBatch(numbers, Prepare) })
        {
            Assert.Equal(100, result.Count);
            Assert.True(result[3].Skipped);
            Assert.IsType<FormatException>(result[5].Error);
            Assert.Equal(0, result[5].Attempts);
            Assert.All(result.Where(item => item.Index is not (3 or 5)), item => Assert.Equal($"{item.Index}", item.Response.Text));
        }

        Assert.Equal(numbers.Concat(numbers), prepared);
    }

    [Fact]
    public async Task A_null_element_has_its_place_and_says_so_when_it_is_read()
    {
        var client = new FakeAIClient((messages, _, _) => Task.FromResult(FakeAIClient.TextOf(messages)));
        var result = await client.CompleteBatchAsync(new IEnumerable<ChatMessage>?[] { null, [User("a")], null });
        Assert.Equal([true, false, true], result.Select(item => item.Skipped));
        Assert.Equal([0, 1, 0], result.Select(item => item.Attempts));
        Assert.Empty(result.Failed);
        Assert.Null(result[0].Error);
        Assert.False(result[0].Succeeded);
        var thrown = Assert.Throws<InvalidOperationException>(() => result[2].Response);
        Assert.Equal("Item 2 needed no request, so it has no response. Look at Skipped first.", thrown.Message);
        result.EnsureSuccess();
        Assert.All(await client.CompleteBatchAsync(new string?[] { null, null }), item => Assert.True(item.Skipped));
    }

    [Fact]
    public async Task Lazy_messages_are_read_one_at_a_time_and_a_list_may_be_filled_again()
    {
        var inside = 0;
        var overlapped = false;
        IEnumerable<ChatMessage> Lazy(int item)
        {
            overlapped |= Interlocked.Increment(ref inside) != 1;
            yield return User($"{item}");
            Interlocked.Decrement(ref inside);
        }

        var client = new FakeAIClient(async (messages, _, _) =>
        {
            await Task.Yield();
            return FakeAIClient.TextOf(messages);
        });
        var lazy = await client.CompleteBatchAsync(Enumerable.Range(0, 100).Select(Lazy));
        Assert.Equal(Enumerable.Range(0, 100).Select(item => $"{item}"), lazy.Select(item => item.Response.Text));
        Assert.False(overlapped);

        var same = new List<ChatMessage>();
        var reused = await client.CompleteBatchAsync(Enumerable.Range(0, 100), item =>
        {
            same.Clear();
            same.Add(User($"{item}"));
            return same;
        });
        Assert.Equal(Enumerable.Range(0, 100).Select(item => $"{item}"), reused.Select(item => item.Response.Text));
    }

    [Fact]
    public async Task Streams_give_items_in_order_with_what_they_were_made_from()
    {
        var client = new FakeAIClient((messages, _, _) => Task.FromResult(FakeAIClient.TextOf(messages)));
        IEnumerable<ChatMessage>?[] lists = [[User("a")], null, [User("b")]];
        async IAsyncEnumerable<T> Later<T>(IEnumerable<T> items)
        {
            foreach (var item in items)
            {
                await Task.Yield();
                yield return item;
            }
        }

        foreach (var stream in new[] { client.CompleteBatchStreamingAsync(lists), client.CompleteBatchStreamingAsync(Later(lists)) })
        {
            var texts = new List<string>();
            await foreach (var item in stream)
            {
                texts.Add(item.Skipped ? "-" : item.Response.Text);
            }

            Assert.Equal(["a", "-", "b"], texts);
        }

        IEnumerable<ChatMessage>? Prepare(int item) => item == 1 ? throw new FormatException() : [User($"{item}")];
        foreach (var stream in new[] { client.CompleteBatchStreamingAsync([0, 1, 2], Prepare), client.CompleteBatchStreamingAsync(Later([0, 1, 2]), Prepare) })
        {
            var sources = new List<(int, string)>();
            await foreach (var (source, item) in stream)
            {
                sources.Add((source, item.Succeeded ? item.Response.Text : item.Error!.GetType().Name));
            }

            Assert.Equal([(0, "0"), (1, "FormatException"), (2, "2")], sources);
        }
    }

    [Fact]
    public async Task The_callers_token_reaches_the_client()
    {
        using var caller = new CancellationTokenSource();
        var tokens = new ConcurrentBag<CancellationToken>();
        var client = new FakeAIClient((_, _, cancellationToken) =>
        {
            tokens.Add(cancellationToken);
            return Task.FromResult("");
        });
        await client.CompleteBatchAsync(["a"], cancellationToken: caller.Token);
        Assert.Equal(caller.Token, Assert.Single(tokens));
    }

    [Fact]
    public async Task Usage_is_read_from_each_answer_wherever_it_keeps_cached_tokens()
    {
        var first = new UsageDetails { InputTokenCount = 3, OutputTokenCount = 2, CachedInputTokenCount = 1 };
        var second = new UsageDetails { TotalTokenCount = 9, AdditionalCounts = new() { ["InputTokenDetails.CachedTokenCount"] = 4 } };
        Assert.Equal(new BatchUsage(3, 2, 5, 1), (await Client(first).CompleteBatchAsync(["a"])).Usage);
        Assert.Equal(new BatchUsage(0, 0, 9, 4), (await Client(second).CompleteBatchAsync(["a"])).Usage);
        Assert.Null((await Client(null).CompleteBatchAsync(["a"]))[0].Usage);
        static FakeAIClient Client(UsageDetails? usage) => new((_, _, _) => Task.FromResult("")) { Usage = usage };
    }

    private static ChatMessage User(string text) => new(ChatRole.User, text);

    private static ChatMessage Instruct(string text) => new(ChatRole.System, text);
}
