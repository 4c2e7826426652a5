using System.Net;
using PatternStore.Storing;
using PatternStore.Tests.Support;

namespace PatternStore.Tests;

/// <summary>What is particular to the store in Qdrant.</summary>
public sealed class QdrantStoreTests
{
    private const string Points = "PUT /collections/patterns/points?wait=true";

    [Fact]
    public async Task A_collection_is_made_once_and_found_again()
    {
        await using var qdrant = await FakeQdrant.StartAsync();
        qdrant.ApiKey = "secret";
        Guid id;
        await using (var store = await OpenAsync(qdrant))
        {
            id = (await StoreAsync(store, 1))[0];
        }

        await using var again = await OpenAsync(qdrant);
        Assert.Equal("0", (await again.GetAsync(id))!.Description);
        Assert.Equal(1, qdrant.Requests.Count(request => request == "PUT /collections/patterns"));
        Assert.Equal("Qdrant answered 401.", (await Assert.ThrowsAsync<PatternStoreException>(() => QdrantPatternStore.OpenAsync(qdrant.Address, null, "patterns", "model", 4))).Message);
    }

    [Theory]
    [InlineData("another", 4)]
    [InlineData("model", 5)]
    public async Task A_collection_belongs_to_one_model_and_one_length(string space, int dimensions)
    {
        await using var qdrant = await FakeQdrant.StartAsync();
        await using var store = await OpenAsync(qdrant);
        var error = await Assert.ThrowsAsync<PatternStoreException>(() => QdrantPatternStore.OpenAsync(qdrant.Address, null, "patterns", space, dimensions));
        Assert.Contains($"'patterns' has no vector '{space}' with {dimensions} dimensions", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bulk_larger_than_a_request_is_cut_and_a_piece_that_fails_costs_only_its_own()
    {
        await using var qdrant = await FakeQdrant.StartAsync();
        await using var store = await OpenAsync(qdrant, mostBytes: 1_000);
        await StoreAsync(store, 20);
        var pieces = qdrant.Requests.Count(request => request == Points);
        Assert.True(pieces > 1);
        Assert.Equal(20, qdrant.Count("patterns"));

        qdrant.Fault = (asked, body) => asked == Points && body.Contains("\"description\":\"10\"", StringComparison.Ordinal) ? 500 : null;
        var errors = await store.UpsertAsync(Patterns(20));
        Assert.Equal("Qdrant answered 500.", errors[10]);
        Assert.Equal(20 + errors.Count(error => error is null), qdrant.Count("patterns"));
        Assert.InRange(errors.Count(error => error is not null), 1, 19);
        Assert.Equal(2 * pieces, qdrant.Requests.Count(request => request == Points));
    }

    [Fact]
    public async Task A_thousand_long_vectors_stay_below_what_Qdrant_takes()
    {
        await using var qdrant = await FakeQdrant.StartAsync();
        await using var store = await QdrantPatternStore.OpenAsync(qdrant.Address, null, "patterns", "model", 3_072);
        var random = new Random(7);
        var patterns = Patterns(1_000).Select(one => one with { Vector = Enumerable.Range(0, 3_072).Select(_ => random.NextSingle() - 0.5f).ToArray() }).ToList();
        Assert.All(await store.UpsertAsync(patterns), Assert.Null);
        Assert.Equal(1_000, qdrant.Count("patterns"));
    }

    [Fact]
    public async Task A_server_that_fails_is_told_as_such()
    {
        await using var service = await Service.StartAsync(StoreKind.Qdrant);
        var id = (await service.StoreAsync("a"))[0];
        service.Qdrant!.Fault = (_, _) => 503;
        var (status, answer) = await service.PostAsync("/batch/store/patterns", new { patterns = new[] { Service.Pattern("b"), Service.Pattern("c") } });
        Assert.Equal((HttpStatusCode.BadGateway, "failed"), (status, answer.GetProperty("status").GetString()));
        Assert.Equal(["Qdrant answered 503.", "Qdrant answered 503."], answer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("error").GetString()));
        await FailedAsync("/batch/search/patterns", """{"queries":["a"]}""");
        await FailedAsync("/search/pattern", new { query = "a" });
        await FailedAsync("/store/pattern", Service.Pattern("d"));
        await FailedAsync("/update/metrics", new { id, increment_usage = true });
        await FailedAsync("/batch/update/metrics", new { updates = new[] { new { id, increment_usage = true } } });

        service.Qdrant.Fault = (_, _) => null;
        Assert.Equal(0, (await service.GetAsync(id)).GetProperty("metadata").GetProperty("usage_count").GetInt32());

        async Task FailedAsync(string path, object body)
        {
            var (failed, problem) = await service.PostAsync(path, body);
            Assert.Equal((HttpStatusCode.BadGateway, "Qdrant answered 503."), (failed, problem.GetProperty("detail").GetString()));
        }
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_as_such()
    {
        Uri gone;
        await using (var qdrant = await FakeQdrant.StartAsync())
        {
            gone = qdrant.Address;
        }

        Assert.Equal("Qdrant cannot be reached.", (await Assert.ThrowsAsync<PatternStoreException>(() => QdrantPatternStore.OpenAsync(gone, null, "patterns", "model", 4))).Message);
    }

    private static Task<QdrantPatternStore> OpenAsync(FakeQdrant qdrant, int mostBytes = QdrantPatternStore.MostBytes) =>
        QdrantPatternStore.OpenAsync(qdrant.Address, "secret", "patterns", "model", 4, mostBytes);

    private static List<EmbeddedPattern> Patterns(int count) => [.. Enumerable.Range(0, count).Select(i => new EmbeddedPattern(
        new Pattern { Id = Guid.NewGuid(), Description = $"{i}", Code = "c", Language = "l" }, new float[] { 1, i, 2, 3 }))];

    private static async Task<Guid[]> StoreAsync(QdrantPatternStore store, int count)
    {
        var patterns = Patterns(count);
        Assert.All(await store.UpsertAsync(patterns), Assert.Null);
        return [.. patterns.Select(one => one.Pattern.Id)];
    }
}
