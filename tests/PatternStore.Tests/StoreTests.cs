using System.Net;
using System.Text.Json;
using PatternStore.Tests.Support;
using SimulatedProvider;

namespace PatternStore.Tests;

public sealed class StoreTests
{
    [Theory]
    [InlineData(StoreKind.File)]
    [InlineData(StoreKind.Qdrant)]
    public async Task Patterns_are_stored_in_the_order_of_the_request_and_can_be_got(StoreKind kind)
    {
        await using var service = await Service.StartAsync(kind);
        var answer = await service.DoAsync("/batch/store/patterns", """
            {"patterns":[
              {"description":"Adds","code":"a + b","language":"csharp"},
              {"description":"Doubles","code":"return data * 2","language":"python",
               "metadata":{"success_rate":0.95,"category":"data_processing","usage_count":3,"last_used":"2025-01-15T12:00:00+00:00","owner":{"team":"core"}}}]}
            """);
        Assert.Equal("success", answer.GetProperty("status").GetString());
        Assert.Equal("""{"total":2,"successful":2,"failed":0}""", answer.GetProperty("summary").GetRawText());
        Assert.Equal("[]", answer.GetProperty("errors").GetRawText());

        var first = await service.GetAsync(answer.GetProperty("ids")[0].GetGuid());
        Assert.Equal(("Adds", "a + b", "csharp", 0), (Text("description"), Text("code"), Text("language"), first.GetProperty("metadata").GetProperty("usage_count").GetInt32()));
        var metadata = (await service.GetAsync(answer.GetProperty("ids")[1].GetGuid())).GetProperty("metadata");
        Assert.Equal("""{"success_rate":0.95,"category":"data_processing","usage_count":3,"last_used":"2025-01-15T12:00:00+00:00","owner":{"team":"core"}}""", metadata.GetRawText());

        string Text(string field) => first.GetProperty(field).GetString()!;
    }

    [Theory]
    [InlineData(StoreKind.File)]
    [InlineData(StoreKind.Qdrant)]
    public async Task A_thousand_are_ten_packs_at_the_same_time_and_one_write(StoreKind kind)
    {
        var (here, allHere) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var service = await Service.StartAsync(kind, new()
        {
            Gate = (_, cancellationToken) =>
            {
                if (Interlocked.Increment(ref here) == 10)
                {
                    allHere.SetResult();
                }

                return allHere.Task.WaitAsync(cancellationToken);
            },
        });
        var ids = await service.StoreAsync([.. Enumerable.Range(0, 1_000).Select(i => $"Pattern number {i}")]);
        Assert.Equal(1_000, ids.Distinct().Count());
        Assert.Equal("Pattern number 999", (await service.GetAsync(ids[999])).GetProperty("description").GetString());
        Assert.Equal(10, service.Provider.Counters.Requests);
        if (service.Qdrant is { } qdrant)
        {
            Assert.Single(qdrant.Requests, request => request.StartsWith("PUT /collections/code_patterns/points", StringComparison.Ordinal));
            Assert.Equal(1_000, qdrant.Count());
        }
    }

    [Theory]
    [InlineData(StoreKind.File)]
    [InlineData(StoreKind.Qdrant)]
    public async Task A_text_that_cannot_be_embedded_costs_only_itself(StoreKind kind)
    {
        await using var service = await Service.StartAsync(kind);
        var texts = Enumerable.Range(0, 50).Select(i => i is 7 or 31 ? $"Poison {i} [simulate:400]" : $"Pattern {i}").ToList();
        var answer = await service.DoAsync("/batch/store/patterns", new { patterns = texts.Select(Service.Pattern) });
        Assert.Equal("partial", answer.GetProperty("status").GetString());
        Assert.Equal("""{"total":50,"successful":48,"failed":2}""", answer.GetProperty("summary").GetRawText());
        var errors = answer.GetProperty("errors").EnumerateArray().ToList();
        Assert.Equal([7, 31], errors.Select(error => error.GetProperty("index").GetInt32()));
        Assert.Equal("Poison 31 [simulate:400]", errors[1].GetProperty("pattern").GetProperty("description").GetString());
        Assert.Equal("No embedding: the provider answered 400.", errors[0].GetProperty("error").GetString());
        var ids = answer.GetProperty("ids").EnumerateArray().Select(id => id.Deserialize<Guid?>()).ToList();
        Assert.Equal([7, 31], ids.Index().Where(id => id.Item is null).Select(id => id.Index));
        Assert.Equal("Pattern 49", (await service.GetAsync(ids[49]!.Value)).GetProperty("description").GetString());
    }

    [Fact]
    public async Task A_bulk_of_which_nothing_is_stored_is_no_success()
    {
        await using var service = await Service.StartAsync();
        var (status, answer) = await service.PostAsync("/batch/store/patterns", new { patterns = new[] { Service.Pattern("[simulate:400] a"), Service.Pattern("[simulate:400] b") } });
        Assert.Equal((HttpStatusCode.BadGateway, "failed", 2), (status, answer.GetProperty("status").GetString(), answer.GetProperty("errors").GetArrayLength()));
    }

    [Fact]
    public async Task A_key_that_is_refused_stops_the_embedding_and_fails_each_item()
    {
        await using var service = await Service.StartAsync();
        var (status, answer) = await service.PostAsync("/batch/store/patterns", new { patterns = Enumerable.Range(0, 200).Select(i => Service.Pattern($"[simulate:401] {i}")) });
        Assert.Equal((HttpStatusCode.BadGateway, 200), (status, answer.GetProperty("summary").GetProperty("failed").GetInt32()));
        Assert.Equal("No embedding: the provider answered 401.", answer.GetProperty("errors")[0].GetProperty("error").GetString());
        Assert.True(service.Provider.Counters.Requests <= 2);
    }

    [Theory]
    [InlineData(StoreKind.File)]
    [InlineData(StoreKind.Qdrant)]
    public async Task A_vector_of_ones_own_needs_no_request_and_the_same_id_replaces(StoreKind kind)
    {
        await using var service = await Service.StartAsync(kind);
        var id = Guid.NewGuid();
        var embedding = EmbeddingVector.Of("the words to find", Service.Dimensions);
        object[] patterns = [new { id, description = "Old", code = "c", language = "l", embedding }, new { id = Guid.NewGuid(), description = "Other", code = "c", language = "l", embedding = embedding.Select(value => -value) }];
        await service.DoAsync("/batch/store/patterns", new { patterns });
        Assert.Equal(0, service.Provider.Counters.Requests);
        await service.DoAsync("/batch/update/metrics", new { updates = new[] { new { id, increment_usage = true } } });
        await service.DoAsync("/store/pattern", new { id, description = "New", code = "c", language = "l", embedding });
        var found = (await service.DoAsync("/search/pattern", new { query = "the words to find" })).GetProperty("results");
        Assert.Equal(["New", "Other"], found.EnumerateArray().Select(result => result.GetProperty("description").GetString()));
        Assert.Equal(1, found[0].GetProperty("score").GetSingle(), 1e-5);
        Assert.Equal(-1, found[1].GetProperty("score").GetSingle(), 1e-5);
        Assert.Equal(0, found[0].GetProperty("metadata").GetProperty("usage_count").GetInt32());
    }

    [Fact]
    public async Task A_text_whose_vector_is_missing_costs_only_itself_and_nothing_shifts()
    {
        // The provider gives one vector too few for any request with this text.
        await using var service = await Service.StartAsync();
        var answer = await service.DoAsync("/batch/store/patterns", new { patterns = new[] { Service.Pattern("good"), Service.Pattern("[simulate:missing]"), Service.Pattern("fine") } });
        Assert.Equal([1], answer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("index").GetInt32()));
        var found = await service.DoAsync("/search/pattern", new { query = "fine\ncsharp\nreturn 1;" });
        Assert.Equal("fine", found.GetProperty("results")[0].GetProperty("description").GetString());
    }

    [Fact]
    public async Task The_endpoint_for_one_pattern_answers_with_its_place()
    {
        await using var service = await Service.StartAsync();
        var (status, answer) = await service.PostAsync("/store/pattern", Service.Pattern("one"));
        Assert.Equal((HttpStatusCode.Created, "success"), (status, answer.GetProperty("status").GetString()));
        Assert.Equal("one", (await service.GetAsync(answer.GetProperty("id").GetGuid())).GetProperty("description").GetString());
        var (failed, problem) = await service.PostAsync("/store/pattern", Service.Pattern("[simulate:400]"));
        Assert.Equal((HttpStatusCode.BadGateway, "No embedding: the provider answered 400."), (failed, problem.GetProperty("detail").GetString()));
    }
}
