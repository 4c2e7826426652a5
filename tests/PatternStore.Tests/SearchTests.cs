using System.Net;
using System.Text.Json;
using PatternStore.Tests.Support;

namespace PatternStore.Tests;

public sealed class SearchTests
{
    private static readonly string[] Queries = ["open a database connection", "retry a request", "read a file"];

    [Theory]
    [InlineData(StoreKind.File)]
    [InlineData(StoreKind.Qdrant)]
    public async Task Each_query_finds_its_own_in_the_order_of_the_request(StoreKind kind)
    {
        await using var service = await Service.StartAsync(kind);
        Assert.Equal("[]", (await service.DoAsync("/batch/search/patterns", new { queries = Queries })).GetProperty("batch_results")[0].GetProperty("results").GetRawText());
        var ids = await service.StoreAsync("Read the lines of a file", "Open a connection to the database", "Retry the request until it is answered");
        var before = service.Provider.Counters.Requests;

        var answer = await service.DoAsync("/batch/search/patterns", new { queries = Queries, limit = 2 });
        Assert.Equal("success", answer.GetProperty("status").GetString());
        Assert.Equal("""{"total":3,"successful":3,"failed":0}""", answer.GetProperty("summary").GetRawText());
        var results = answer.GetProperty("batch_results").EnumerateArray().ToList();
        Assert.Equal(Queries, results.Select(result => result.GetProperty("query").GetString()));
        Assert.Equal([ids[1], ids[2], ids[0]], results.Select(result => result.GetProperty("ids")[0].GetGuid()));
        Assert.All(results, result => Assert.Equal(2, result.GetProperty("results").GetArrayLength()));
        var best = results[0].GetProperty("results")[0];
        Assert.Equal((ids[1], "Open a connection to the database", "csharp"), (best.GetProperty("id").GetGuid(), best.GetProperty("description").GetString(), best.GetProperty("language").GetString()));
        Assert.True(best.GetProperty("score").GetSingle() > results[0].GetProperty("results")[1].GetProperty("score").GetSingle());
        Assert.Equal(1, service.Provider.Counters.Requests - before);
        if (service.Qdrant is { } qdrant)
        {
            Assert.Equal(2, qdrant.Requests.Count(request => request == "POST /collections/code_patterns/points/query/batch"));
        }

        var single = await service.DoAsync("/search/pattern", new { query = Queries[0], limit = 2 });
        Assert.Equal(results[0].GetRawText(), single.GetRawText());
    }

    [Theory]
    [InlineData(StoreKind.File)]
    [InlineData(StoreKind.Qdrant)]
    public async Task A_query_that_cannot_be_embedded_costs_only_itself(StoreKind kind)
    {
        await using var service = await Service.StartAsync(kind);
        var ids = await service.StoreAsync("Read a file", "Retry a request");
        var answer = await service.DoAsync("/batch/search/patterns", """{"queries":["file","[simulate:400]","request"],"limit":1}""");
        Assert.Equal(("partial", """{"total":3,"successful":2,"failed":1}"""), (answer.GetProperty("status").GetString(), answer.GetProperty("summary").GetRawText()));
        Assert.Equal("""[{"index":1,"query":"[simulate:400]","error":"No embedding: the provider answered 400."}]""", answer.GetProperty("errors").GetRawText());
        Assert.Equal(
            [[ids[0]], [], [ids[1]]],
            answer.GetProperty("batch_results").EnumerateArray().Select(result => result.GetProperty("ids").Deserialize<Guid[]>()!));
        var (status, _) = await service.PostAsync("/search/pattern", new { query = "[simulate:400]" });
        Assert.Equal(HttpStatusCode.BadGateway, status);
    }

    [Fact]
    public async Task Five_are_found_unless_told_otherwise_and_a_hundred_queries_are_one_request()
    {
        await using var service = await Service.StartAsync();
        await service.StoreAsync([.. Enumerable.Range(0, 150).Select(i => $"Pattern {i}")]);
        var before = service.Provider.Counters.Requests;
        var answer = await service.DoAsync("/batch/search/patterns", new { queries = Enumerable.Range(0, 100).Select(i => $"Pattern {i}") });
        Assert.All(answer.GetProperty("batch_results").EnumerateArray(), result => Assert.Equal(5, result.GetProperty("results").GetArrayLength()));
        Assert.Equal(1, service.Provider.Counters.Requests - before);
        Assert.Equal(100, (await service.DoAsync("/search/pattern", new { query = "Pattern", limit = 100 })).GetProperty("ids").GetArrayLength());
    }
}
