using System.Text.Json;
using BatchMigrate.Runtime.Tests.Support;
using Microsoft.Extensions.AI;
using OpenAI;
using SimulatedProvider;

namespace BatchMigrate.Runtime.Tests;

public sealed class CheckpointTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".jsonl");

    private BatchOptions Options => new() { Checkpoint = new BatchCheckpoint(_path), MaxConcurrency = 1 };

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task A_second_run_sends_nothing_and_gives_the_same()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions());
        var client = new OpenAI.Chat.ChatClient("simulated", new System.ClientModel.ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = host.Endpoint }.UseBatchMigrate());
        string?[] prompts = ["a", "b", null, "a", "c [simulate:400]"];
        var options = new OpenAI.Chat.ChatCompletionOptions { Temperature = 0.5f };
        var first = await client.CompleteBatchAsync(prompts, options, Options);
        Assert.Equal(4, host.Counters.Requests);
        Assert.DoesNotContain(first, item => item.FromCheckpoint);

        var second = await client.CompleteBatchAsync(prompts, options, Options);
        // Only what failed is asked again; equal requests have an answer each.
        Assert.Equal(5, host.Counters.Requests);
        Assert.Equal([true, true, false, true, false], second.Select(item => item.FromCheckpoint));
        Assert.Equal([0, 0, 0, 0, 1], second.Select(item => item.Attempts));
        foreach (var (before, after) in first.Zip(second).Take(2))
        {
            Assert.Equal(before.Response.Value.Content[0].Text, after.Response.Value.Content[0].Text);
            Assert.Equal((before.Usage, before.Response.Value.Id), (after.Usage, after.Response.Value.Id));
            Assert.Equal(200, after.Response.GetRawResponse().Status);
        }

        Assert.True(second.Map(response => 1)[0].FromCheckpoint);
    }

    [Fact]
    public async Task Answers_from_the_file_say_nothing_about_the_time_that_the_rest_takes()
    {
        var clock = new FakeTimeProvider();
        var client = new FakeAIClient((messages, _, _) =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(FakeAIClient.TextOf(messages));
        });
        await client.CompleteBatchAsync(Enumerable.Range(0, 8).Select(i => $"{i}"), batchOptions: Options);
        var progress = new RecordingProgress();
        var options = new BatchOptions { Checkpoint = new BatchCheckpoint(_path), MaxConcurrency = 1, Progress = progress, TimeProvider = clock };
        await client.CompleteBatchAsync([.. Enumerable.Range(0, 10).Select(i => $"{i}")], batchOptions: options);
        Assert.Equal((8, null), (progress.Reports[7].FromCheckpoint, progress.Reports[7].TimeLeft));
        Assert.Equal((9, 1.0, TimeSpan.FromSeconds(1)), (progress.Reports[8].Completed, progress.Reports[8].ItemsPerSecond, progress.Reports[8].TimeLeft!.Value));
        Assert.Equal(TimeSpan.Zero, progress.Reports[^1].TimeLeft);
    }

    [Fact]
    public async Task The_file_has_the_shape_of_the_providers_batch_files_and_no_prompts()
    {
        var client = new FakeAIClient((messages, _, _) => FakeAIClient.TextOf(messages) == "secret b" ? throw new FormatException("secret") : Task.FromResult("answer"));
        await client.CompleteBatchAsync(["secret a", "secret b"], batchOptions: Options);
        var lines = await File.ReadAllLinesAsync(_path);
        Assert.Equal(2, lines.Length);
        Assert.DoesNotContain(lines, line => line.Contains("secret", StringComparison.Ordinal));
        var roots = lines.Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.All(roots, root => Assert.Equal(["custom_id", "response", "error"], root.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(200, roots[0].GetProperty("response").GetProperty("status_code").GetInt32());
        Assert.Equal("System.FormatException", roots[1].GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Items_are_known_by_their_content_wherever_they_stand()
    {
        var client = FakeAIClientOf(out var asked);
        await client.CompleteBatchAsync(["a", "b", "c"], new ChatOptions { ModelId = "m" }, Options);
        asked.Clear();
        await client.CompleteBatchAsync(["c", "x", "a", "a"], new ChatOptions { ModelId = "m" }, Options);
        Assert.Equal(["x", "a"], asked);
        asked.Clear();
        await client.CompleteBatchAsync(["a"], new ChatOptions { ModelId = "m", Temperature = 0.5f }, Options);
        await client.CompleteBatchAsync(["a"], new ChatOptions { ModelId = "other" }, Options);
        Assert.Equal(["a", "a"], asked);
    }

    [Fact]
    public async Task A_file_that_was_cut_anywhere_loses_at_most_the_line_that_was_cut()
    {
        var client = FakeAIClientOf(out var asked);
        string[] prompts = ["a", "b", "c"];
        await client.CompleteBatchAsync(prompts, batchOptions: Options);
        var whole = await File.ReadAllBytesAsync(_path);
        var ends = whole.Index().Where(pair => pair.Item == (byte)'\n').Select(pair => pair.Index + 1).ToArray();
        for (var length = 0; length <= whole.Length; length += 7)
        {
            await File.WriteAllBytesAsync(_path, whole[..length]);
            asked.Clear();
            var result = await client.CompleteBatchAsync(prompts, batchOptions: Options);
            Assert.Equal(["re: a", "re: b", "re: c"], result.Select(item => item.Response.Text));
            Assert.Equal(prompts.Skip(ends.Count(end => end <= length)), asked);
            // And what was written after the cut is whole again.
            Assert.Equal(3, (await File.ReadAllLinesAsync(_path)).Count(line => JsonDocument.Parse(line).RootElement.GetProperty("response").ValueKind == JsonValueKind.Object));
        }
    }

    [Fact]
    public async Task Lines_that_make_no_sense_are_passed_over()
    {
        await File.WriteAllTextAsync(_path, "\n{}\n[1]\nnull\n{\"custom_id\":7,\"response\":{\"body\":1}}\n" + new string('x', 200_000) + "\n");
        var client = FakeAIClientOf(out var asked);
        await client.CompleteBatchAsync(["a"], batchOptions: Options);
        await client.CompleteBatchAsync(["a"], batchOptions: Options);
        Assert.Equal(["a"], asked);
    }

    [Theory]
    [InlineData("id,text\n1,hello\n2,a last line without an end")]
    [InlineData("{\"messages\":[]}\n")]
    [InlineData("one line")]
    public async Task Another_kind_of_file_is_refused_and_not_touched(string content)
    {
        await File.WriteAllTextAsync(_path, content);
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => FakeAIClient.Echo.CompleteBatchAsync(["a"], batchOptions: Options));
        Assert.Contains(_path, error.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(_path));
    }

    [Fact]
    public async Task A_cancelled_batch_goes_on_where_it_was()
    {
        using var caller = new CancellationTokenSource();
        var asked = new List<string>();
        var client = new FakeAIClient(async (messages, _, cancellationToken) =>
        {
            asked.Add(FakeAIClient.TextOf(messages));
            if (asked.Count == 3)
            {
                await caller.CancelAsync();
            }

            cancellationToken.ThrowIfCancellationRequested();
            return "ok";
        });
        string[] prompts = ["a", "b", "c", "d"];
        await Assert.ThrowsAsync<BatchCanceledException<ChatResponse>>(() => client.CompleteBatchAsync(prompts, batchOptions: Options, cancellationToken: caller.Token));
        var streamed = await client.CompleteBatchStreamingAsync(prompts.Select(prompt => (IEnumerable<ChatMessage>)[new ChatMessage(ChatRole.User, prompt)]), batchOptions: Options).ToListAsync();
        Assert.Equal([true, true, false, false], streamed.Select(item => item.FromCheckpoint));
        Assert.Equal(["a", "b", "c", "c", "d"], asked);
    }

    [Fact]
    public async Task Two_batches_cannot_write_one_file_and_the_file_is_free_afterwards()
    {
        var (started, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = new FakeAIClient(async (_, _, _) =>
        {
            started.SetResult();
            await go.Task;
            return "ok";
        });
        var first = slow.CompleteBatchAsync(["a"], batchOptions: Options);
        await started.Task;
        Assert.Contains("Only one batch", (await Assert.ThrowsAsync<IOException>(() => FakeAIClient.Echo.CompleteBatchAsync(["a"], batchOptions: Options))).Message, StringComparison.Ordinal);
        go.SetResult();
        await first;
        Assert.True((await FakeAIClient.Echo.CompleteBatchAsync(["a"], batchOptions: Options))[0].FromCheckpoint);
    }

    [Fact]
    public async Task It_is_for_chat_requests_and_for_files_that_can_be_made()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => Batch.RunAsync([1], (item, _) => Task.FromResult(item), Options));
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() =>
            FakeAIClient.Echo.CompleteBatchAsync(["a"], batchOptions: new BatchOptions { Checkpoint = new BatchCheckpoint(Path.Combine(_path, "none", "x.jsonl")) }));
        Assert.Throws<ArgumentNullException>("path", () => new BatchCheckpoint(null!));
    }

    private static FakeAIClient FakeAIClientOf(out List<string> asked)
    {
        var list = new List<string>();
        asked = list;
        return new FakeAIClient((messages, _, _) =>
        {
            list.Add(FakeAIClient.TextOf(messages));
            return Task.FromResult($"re: {FakeAIClient.TextOf(messages)}");
        });
    }
}
