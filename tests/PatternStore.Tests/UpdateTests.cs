using System.Net;
using System.Text.Json;
using PatternStore.Tests.Support;

namespace PatternStore.Tests;

public sealed class UpdateTests
{
    [Theory]
    [InlineData(StoreKind.File)]
    [InlineData(StoreKind.Qdrant)]
    public async Task Metrics_change_in_order_and_what_is_not_given_stays(StoreKind kind)
    {
        await using var service = await Service.StartAsync(kind);
        var ids = await service.StoreAsync("a", "b");
        var answer = await service.DoAsync("/batch/update/metrics", new
        {
            updates = new object[]
            {
                new { id = ids[0], increment_usage = true, success_rate = 0.5, last_used = "2025-01-15T12:00:00Z" },
                new { id = ids[1], success_rate = 0.25 },
                new { id = ids[0], increment_usage = true, success_rate = 0.92 },
            },
        });
        Assert.Equal(("success", """{"total":3,"successful":3,"failed":0}"""), (answer.GetProperty("status").GetString(), answer.GetProperty("summary").GetRawText()));
        Assert.Equal([ids[0], ids[1], ids[0]], answer.GetProperty("ids").Deserialize<Guid[]>()!);
        Assert.Equal("[]", answer.GetProperty("errors").GetRawText());
        await service.DoAsync("/update/metrics", new { id = ids[1], increment_usage = true });

        Assert.Equal("""{"success_rate":0.92,"usage_count":2,"last_used":"2025-01-15T12:00:00+00:00"}""", (await service.GetAsync(ids[0])).GetProperty("metadata").GetRawText());
        Assert.Equal("""{"success_rate":0.25,"usage_count":1}""", (await service.GetAsync(ids[1])).GetProperty("metadata").GetRawText());
        if (service.Qdrant is { } qdrant)
        {
            Assert.Equal(2, qdrant.Requests.Count(request => request == "POST /collections/code_patterns/points/batch?wait=true"));
        }
    }

    [Theory]
    [InlineData(StoreKind.File)]
    [InlineData(StoreKind.Qdrant)]
    public async Task Increments_at_the_same_time_are_all_counted(StoreKind kind)
    {
        await using var service = await Service.StartAsync(kind);
        var ids = await service.StoreAsync("a", "b", "c");
        var updates = Enumerable.Range(0, 60).Select(i => new { id = ids[i % 3], increment_usage = true }).ToArray();
        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => service.DoAsync("/batch/update/metrics", new { updates }))
                .Concat(Enumerable.Range(0, 30).Select(i => service.DoAsync("/update/metrics", new { id = ids[i % 3], increment_usage = true }))));
        foreach (var id in ids)
        {
            Assert.Equal(410, (await service.GetAsync(id)).GetProperty("metadata").GetProperty("usage_count").GetInt32());
        }
    }

    [Theory]
    [InlineData(StoreKind.File)]
    [InlineData(StoreKind.Qdrant)]
    public async Task An_unknown_id_is_named_and_nothing_is_changed(StoreKind kind)
    {
        await using var service = await Service.StartAsync(kind);
        var id = (await service.StoreAsync("a"))[0];
        var unknown = Guid.NewGuid();
        var refused = await service.RefusedAsync("/batch/update/metrics", new { updates = new[] { id, unknown, id }.Select(one => new { id = one, increment_usage = true }) });
        Assert.Equal($"There is no pattern '{unknown}'.", Assert.Single(refused, mistake => mistake.Key == "updates[1].id").Value);
        Assert.Equal(0, (await service.GetAsync(id)).GetProperty("metadata").GetProperty("usage_count").GetInt32());

        var (status, problem) = await service.PostAsync("/update/metrics", new { id = unknown, increment_usage = true });
        Assert.Equal((HttpStatusCode.NotFound, $"There is no pattern '{unknown}'."), (status, problem.GetProperty("detail").GetString()));
        using var response = await service.Http.GetAsync($"/patterns/{unknown}");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task The_most_updates_are_500()
    {
        await using var service = await Service.StartAsync();
        var id = (await service.StoreAsync("a"))[0];
        await service.DoAsync("/batch/update/metrics", new { updates = Enumerable.Repeat(new { id, increment_usage = true }, 500) });
        Assert.Equal(500, (await service.GetAsync(id)).GetProperty("metadata").GetProperty("usage_count").GetInt32());
    }
}
