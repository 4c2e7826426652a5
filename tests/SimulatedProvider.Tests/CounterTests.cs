using System.Net.Http.Json;

namespace SimulatedProvider.Tests;

public sealed class CounterTests
{
    [Fact]
    public async Task The_peak_is_the_most_requests_at_one_moment()
    {
        var allHere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var here = 0;
        await using var host = await SimulatedProviderHost.StartAsync(new()
        {
            Gate = (_, cancellationToken) =>
            {
                if (Interlocked.Increment(ref here) == 5)
                {
                    allHere.SetResult();
                }

                return allHere.Task.WaitAsync(cancellationToken);
            },
        });
        var client = Client.For(host);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => client.AskAsync($"Question {i}")));

        Assert.Equal(5, host.Counters.PeakConcurrency);
    }

    [Fact]
    public async Task One_request_after_another_is_a_peak_of_one()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var client = Client.For(host);
        for (var i = 0; i < 200; i++)
        {
            await client.AskAsync($"Question {i}");
        }

        Assert.Equal(1, host.Counters.PeakConcurrency);
    }

    [Fact]
    public async Task The_counters_can_be_read_and_reset_over_http()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new() { Latency = LatencyDistribution.Fixed(TimeSpan.FromMilliseconds(1)) });
        using var http = new HttpClient();
        await Client.For(host).AskAsync("Anything");

        var counters = await http.GetFromJsonAsync<ProviderCounters>(new Uri(host.Endpoint, "/counters"));
        Assert.Equal(host.Counters, counters);
        Assert.Equal((1, 1, 1.0, 1.0), (counters!.Requests, counters.PeakConcurrency, counters.LatencySumMs, counters.LatencyMaxMs));

        using var response = await http.PostAsync(new Uri(host.Endpoint, "/reset"), null);
        response.EnsureSuccessStatusCode();
        Assert.Equal(new ProviderCounters(), host.Counters);
    }
}
