using System.ClientModel;

namespace SimulatedProvider.Tests;

public sealed class FaultTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_marker_makes_its_status(int status)
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var error = await Assert.ThrowsAsync<ClientResultException>(() => Client.For(host).AskAsync($"Fail [simulate:{status}] please"));

        Assert.Equal(status, error.Status);
        Assert.Equal((status >= 500 ? 1 : 0, status < 500 ? 1 : 0), (host.Counters.Failed5xx, host.Counters.Failed4xx));
    }

    [Fact]
    public async Task A_share_of_one_fails_every_request()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new() { InternalErrorShare = 1 });
        var error = await Assert.ThrowsAsync<ClientResultException>(() => Client.For(host).AskAsync("Anything"));

        Assert.Equal(500, error.Status);
        Assert.Contains("server_error", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_strikes_the_same_requests_in_every_order()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new() { UnavailableShare = 0.4, Seed = 7 });
        var client = Client.For(host);
        string[] questions = [.. Enumerable.Range(0, 40).Select(i => $"Question {i}")];

        var forwards = await FailingAsync(questions);
        host.Reset();
        var backwards = await FailingAsync(questions.Reverse());

        Assert.Equal(forwards, backwards);
        Assert.InRange(forwards.Count, 6, 26);

        async Task<SortedSet<string>> FailingAsync(IEnumerable<string> order)
        {
            var failing = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var question in order)
            {
                try
                {
                    await client.AskAsync(question);
                }
                catch (ClientResultException e) when (e.Status == 503)
                {
                    failing.Add(question);
                }
            }

            return failing;
        }
    }

    [Fact]
    public async Task A_marker_with_a_count_lets_a_retry_through()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var client = Client.For(host);
        await Assert.ThrowsAsync<ClientResultException>(() => client.AskAsync("[simulate:500*2]"));
        await Assert.ThrowsAsync<ClientResultException>(() => client.AskAsync("[simulate:500*2]"));

        Assert.StartsWith("Answer ", await client.AskAsync("[simulate:500*2]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markers_are_plain_text_when_switched_off()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new() { Markers = false });

        Assert.EndsWith("[simulate:500]", await Client.For(host).AskAsync("[simulate:500]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[simulate:drop]")]
    [InlineData("[simulate:cut]")]
    public async Task A_dropped_connection_is_no_answer(string marker)
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var error = await Assert.ThrowsAnyAsync<Exception>(() => Client.For(host).AskAsync(marker));

        Assert.True(error is ClientResultException { Status: 0 } or HttpRequestException or IOException, error.GetType().Name);
        Assert.Equal((1, 0), (host.Counters.Dropped, host.Counters.Succeeded));
    }

    [Fact]
    public async Task A_timeout_lasts_until_the_client_leaves()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var leave = new CancellationTokenSource();
        var waiting = Client.For(host).CompleteChatAsync(["[simulate:timeout]"], null, leave.Token);
        while (host.Counters.TimedOut == 0)
        {
            await Task.Yield();
        }

        Assert.False(waiting.IsCompleted);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_host_that_stops_leaves_nobody_waiting()
    {
        var host = await SimulatedProviderHost.StartAsync(new());
        var waiting = Client.For(host).AskAsync("[simulate:timeout]");
        while (host.Counters.TimedOut == 0)
        {
            await Task.Yield();
        }

        await host.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => waiting);
    }
}
