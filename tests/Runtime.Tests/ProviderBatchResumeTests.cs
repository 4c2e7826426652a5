using System.ClientModel;
using System.Net;
using BatchMigrate.Runtime.Tests.Support;
using OpenAI.Chat;
using SimulatedProvider;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Going on after a crash, in another process: every request is paid for once.</summary>
public sealed class ProviderBatchResumeTests : IDisposable
{
    private const string Model = "simulated";
    private const int Parts = 3;

    private static readonly string?[] Prompts = ["a0", null, "a2", "a3", "a4", "a5", null];

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".jsonl");

    public void Dispose() => File.Delete(_path);

    /// <summary>The process ends before or after each of its calls in turn, until one comes to its end.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_that_is_killed_at_any_step_pays_for_nothing_twice(bool afterwards)
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var step = 0;
        BatchResult<ClientResult<ChatCompletion>>? result = null;
        for (; result is null; step++)
        {
            Assert.True(step < 50);
            File.Delete(_path);
            host.Reset();
            using var wire = new ServiceWire();
            var left = step;
            Func<int> calls = () => left--;
            if (afterwards)
            {
                wire.After = _ => Die(calls());
            }
            else
            {
                wire.Before = _ => Die(calls());
            }

            try
            {
                result = await RunAsync(wire, host);
            }
            catch (Exception e) when (e is NotSupportedException or ProviderBatchSubmissionException { InnerException: NotSupportedException })
            {
            }

            // The next process has better luck.
            using var next = new ServiceWire();
            Check(await RunAsync(next, host));
            Check(await RunAsync(next, host));
            Assert.Equal((Parts, 5), (host.BatchCounters.Batches, host.BatchCounters.Answered));
            // A file that was uploaded by a process that could not note it any more costs nothing.
            Assert.InRange(host.BatchCounters.Uploads, Parts, Parts + 1);
        }

        Assert.True(step > 2 * Parts);

        static HttpStatusCode? Die(int left) => left == 0 ? throw new NotSupportedException("killed") : null;
    }

    [Fact]
    public async Task A_torn_line_is_a_step_that_was_not_noted()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var wire = new ServiceWire();
        await RunAsync(wire, host);
        var whole = await File.ReadAllBytesAsync(_path);
        // From the end, for each of the first files leaves another one at the provider.
        for (var length = whole.Length; length >= 0; length--)
        {
            await File.WriteAllBytesAsync(_path, whole[..length]);
            var before = host.BatchCounters;
            await RunAsync(wire, host);
            var lines = whole.AsSpan(0, length).Count((byte)'\n');
            // Lines: the head, then a file and its batch for each part.
            var filesNoted = Math.Max(0, lines / 2);
            Assert.Equal(Parts - filesNoted, host.BatchCounters.Uploads - before.Uploads);
            Assert.Equal(Parts - filesNoted, host.BatchCounters.Batches - before.Batches);
        }
    }

    [Fact]
    public async Task A_create_call_whose_answer_is_lost_is_looked_up_before_it_is_made_again()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        foreach (var leavesRetries in new[] { false, true })
        {
            host.Reset();
            using var wire = new ServiceWire();
            var lost = 2;
            wire.After = call =>
            {
                if (call == "POST /batches" && lost-- > 0)
                {
                    throw new HttpRequestException("lost");
                }
            };
            var result = await wire.Client(host, leavesRetries).CompleteProviderBatchAsync(Model, ["a"], batchOptions: new() { Retry = new() { BaseDelay = TimeSpan.FromMilliseconds(1) } });
            result.EnsureSuccess();
            Assert.Equal(1, host.BatchCounters.Batches);
            Assert.Equal(["POST /files", "POST /batches", "GET /batches"], wire.Calls.Take(3));
            Assert.StartsWith("GET /batches/batch_", wire.Calls.ElementAt(3), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_batch_is_found_behind_younger_ones_and_not_looked_for_among_older_ones()
    {
        var clock = new FakeTimeProvider();
        await using var host = await SimulatedProviderHost.StartAsync(new() { TimeProvider = clock });
        using var wire = new ServiceWire();
        await RunAsync(wire, host);
        await CreateAsync();
        // As if the process had been killed before it could note the last batch.
        await File.WriteAllLinesAsync(_path, (await File.ReadAllLinesAsync(_path))[..^1]);
        wire.Log.Clear();
        Check(await RunAsync(wire, host));
        Assert.Equal(2, wire.Calls.Count(call => call == "GET /batches"));
        Assert.DoesNotContain("POST /batches", wire.Calls);

        File.Delete(_path);
        clock.Advance(TimeSpan.FromHours(1));
        wire.Before = call => call == "POST /batches" ? throw new NotSupportedException("killed") : null;
        await Assert.ThrowsAsync<NotSupportedException>(() => RunAsync(wire, host));
        wire.Before = null;
        wire.Log.Clear();
        Check(await RunAsync(wire, host));
        Assert.Single(wire.Calls, call => call == "GET /batches");

        async Task CreateAsync()
        {
            using var http = new HttpClient();
            http.DefaultRequestHeaders.Authorization = new("Bearer", "key");
            for (var i = 0; i < 120; i++)
            {
                using var content = new StringContent("""{"input_file_id":"file-x","endpoint":"/v1/chat/completions","completion_window":"24h"}""");
                (await http.PostAsync(new Uri($"{host.Endpoint}/batches"), content)).EnsureSuccessStatusCode();
            }
        }
    }

    [Fact]
    public async Task A_create_call_that_was_not_heard_is_made_again_once_for_each_failure()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var wire = new ServiceWire();
        var refused = 2;
        wire.Before = call => call is "POST /batches" or "POST /files" && refused-- > 0 ? HttpStatusCode.InternalServerError : null;
        (await wire.Client(host).CompleteProviderBatchAsync(Model, ["a"], batchOptions: new() { Retry = new() { BaseDelay = TimeSpan.FromMilliseconds(1) } })).EnsureSuccess();
        Assert.Equal(["POST /files", "POST /files", "POST /files", "POST /batches"], wire.Calls.Take(4));

        wire.Log.Clear();
        refused = int.MaxValue;
        wire.Before = call => call == "POST /batches" && refused-- > 0 ? HttpStatusCode.ServiceUnavailable : null;
        await Assert.ThrowsAsync<ClientResultException>(() => wire.Client(host).SubmitProviderBatchAsync(Model, ["a"], batchOptions: new() { Retry = new() { BaseDelay = TimeSpan.FromMilliseconds(1) } }));
        Assert.Equal(4, wire.Calls.Count(call => call == "POST /batches"));
    }

    [Fact]
    public async Task A_submission_that_breaks_in_the_middle_hands_out_what_there_is()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var wire = new ServiceWire();
        var left = 3;
        wire.Before = _ => left-- == 0 ? HttpStatusCode.PaymentRequired : null;
        var broken = await Assert.ThrowsAsync<ProviderBatchSubmissionException>(() => wire.Client(host).CompleteProviderBatchAsync(Model, Prompts, batchOptions: new() { MaxRequestsPerFile = 2 }));
        wire.Before = null;
        var result = await broken.Submitted.WaitAsync();
        Assert.Equal([0, 2], result.Where(item => item.Succeeded).Select(item => item.Index));
        Assert.Equal([3, 4, 5], result.Failed.Select(item => item.Index));
        Assert.All(result.Failed, item => Assert.Same(broken.InnerException, item.Error));
        Assert.Same(broken.InnerException, result.StoppedBy);
        Assert.Contains("1 of 3", broken.Message, StringComparison.Ordinal);

        using var caller = new CancellationTokenSource();
        left = 3;
        wire.Before = _ =>
        {
            if (left-- == 0)
            {
                caller.Cancel();
            }

            return null;
        };
        var cancelled = await Assert.ThrowsAsync<ProviderBatchCanceledException>(
            () => wire.Client(host).SubmitProviderBatchAsync(Model, Prompts, batchOptions: new() { MaxRequestsPerFile = 2 }, cancellationToken: caller.Token));
        Assert.Equal(caller.Token, cancelled.CancellationToken);
        wire.Before = null;
        Assert.Equal(2, (await cancelled.Batch.WaitAsync()).Count(item => item.Succeeded));
    }

    [Fact]
    public async Task A_refused_batch_costs_nothing_and_is_created_again_from_the_same_file()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var wire = new ServiceWire();
        // The first try names a file that is not there, which the provider finds out when it looks at the batch.
        var isFirst = true;
        wire.Body = (call, body) => call == "POST /batches" && isFirst && body.Contains("part=1 ", StringComparison.Ordinal)
            ? body.Replace("file-00000", "file-10000", StringComparison.Ordinal) : body;
        var result = await RunAsync(wire, host);
        Assert.IsType<ProviderBatchFailedException>(result.StoppedBy);
        Assert.Equal([0, 2, 5], result.Where(item => item.Succeeded).Select(item => item.Index));
        isFirst = false;
        Check(await RunAsync(wire, host));
        Check(await RunAsync(wire, host));
        Assert.Equal((Parts, Parts + 1, 5), (host.BatchCounters.Uploads, host.BatchCounters.Batches, host.BatchCounters.Answered));
    }

    [Fact]
    public async Task A_resume_file_is_for_one_list_and_one_submission_at_a_time()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var wire = new ServiceWire();
        await RunAsync(wire, host);
        var before = host.BatchCounters;
        foreach (var (prompts, size) in new[] { (Prompts, 3), (Prompts.Append(null), 2), (Prompts.Append("b"), 2), (Prompts.Skip(1), 2) })
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => wire.Client(host).SubmitProviderBatchAsync(Model, prompts, batchOptions: Options(size)));
            Assert.Contains("batch_000001", refused.Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => wire.Client(host).SubmitProviderBatchAsync("other", Prompts, batchOptions: Options(2)));
        await using (new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await Assert.ThrowsAsync<IOException>(() => RunAsync(wire, host));
        }

        await File.WriteAllTextAsync(_path, "something else\n");
        await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(wire, host));
        Assert.Equal("something else\n", await File.ReadAllTextAsync(_path));
        Assert.Equal(before, host.BatchCounters);
    }

    private static void Check(BatchResult<ClientResult<ChatCompletion>> result)
    {
        Assert.Equal(Prompts.Length, result.Count);
        Assert.All(result, item => Assert.Equal(Prompts[item.Index] is null, item.Skipped));
        Assert.All(result.Where(item => !item.Skipped), item => Assert.EndsWith($": a{item.Index}", item.Response.Value.Content[0].Text, StringComparison.Ordinal));
    }

    private Task<BatchResult<ClientResult<ChatCompletion>>> RunAsync(ServiceWire wire, SimulatedProviderHost host) => wire.Client(host).CompleteProviderBatchAsync(Model, Prompts, batchOptions: Options(2));

    private ProviderBatchOptions Options(int size) => new() { MaxRequestsPerFile = size, ResumeFile = _path };
}
