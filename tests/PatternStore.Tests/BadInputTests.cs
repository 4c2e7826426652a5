using System.Net;
using System.Net.Http.Headers;
using PatternStore.Tests.Support;

namespace PatternStore.Tests;

/// <summary>A request with a mistake is refused as a whole: the place is named, no request is sent, nothing is written.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private const string Good = """{"description":"good","code":"c","language":"l"}""";
    private const string Id = "0198a0b0-0000-7000-8000-000000000001";

    private Service? _service;

    private Service Service => _service!;

    public async Task InitializeAsync() => _service = await Service.StartAsync();

    public Task DisposeAsync() => Service.DisposeAsync().AsTask();

    [Theory]
    [InlineData("""{"patterns":[GOOD,{"description":"","code":" ","language":"l"}]}""", "patterns[1].description", "patterns[1].code")]
    [InlineData("""{"patterns":[{"description":"d"},GOOD]}""", "patterns[0].code", "patterns[0].language")]
    [InlineData("""{"patterns":[GOOD,null]}""", "patterns[1]")]
    [InlineData("""{"patterns":[]}""", "patterns")]
    [InlineData("""{"patterns":null}""", "patterns")]
    [InlineData("{}", "patterns")]
    [InlineData("""{"patterns":[GOOD,{"description":"d","code":"c","language":"l","embedding":[1,2]}]}""", "patterns[1].embedding")]
    [InlineData("""{"patterns":[GOOD,{"description":"d","code":"c","language":"l","metadata":{"success_rate":1.5,"usage_count":-1}}]}""", "patterns[1].metadata.success_rate", "patterns[1].metadata.usage_count")]
    [InlineData("""{"patterns":[{"id":"ID","description":"d","code":"c","language":"l"},GOOD,{"id":"ID","description":"d","code":"c","language":"l"}]}""", "patterns[2].id")]
    [InlineData("""{"patterns":[GOOD,{"description":"d","code":"c","language":"l","metadata":{"success_rate":"high"}}]}""", "patterns[1].metadata.success_rate")]
    [InlineData("""{"patterns":[GOOD,{"description":7}]}""", "patterns[1].description")]
    [InlineData("""{"patterns":[GOOD,{"descripton":"d"}]}""", "patterns[1].descripton")]
    [InlineData("""{"patterns":[GOOD,{"code":"c","code":"d"}]}""", "patterns[1].code")]
    [InlineData("""{"patterns":[GOOD,{"description":""", "patterns[1].description")]
    [InlineData("""{"patterns":7}""", "patterns")]
    [InlineData("[]", "body")]
    [InlineData("null", "body")]
    [InlineData("", "body")]
    public Task Patterns(string body, params string[] fields) => RefusedAsync("/batch/store/patterns", body, fields);

    [Theory]
    [InlineData("""{"code":"c","language":"l"}""", "description")]
    [InlineData("""{"description":"d","code":"c","language":"l","id":"1"}""", "id")]
    [InlineData("""{"description":"d","code":"c","language":"l","embedding":[]}""", "embedding")]
    public Task A_pattern(string body, params string[] fields) => RefusedAsync("/store/pattern", body, fields);

    [Theory]
    [InlineData("""{"queries":["a",""],"limit":0}""", "queries[1]", "limit")]
    [InlineData("""{"queries":["a",null]}""", "queries[1]")]
    [InlineData("""{"queries":["a"],"limit":101}""", "limit")]
    [InlineData("""{"queries":["a"],"limit":2.5}""", "limit")]
    [InlineData("""{"queries":[]}""", "queries")]
    [InlineData("""{"limit":3}""", "queries")]
    [InlineData("""{"queries":["a",{}]}""", "queries[1]")]
    public Task Queries(string body, params string[] fields) => RefusedAsync("/batch/search/patterns", body, fields);

    [Theory]
    [InlineData("""{"limit":3}""", "query")]
    [InlineData("""{"query":"  "}""", "query")]
    public Task A_query(string body, params string[] fields) => RefusedAsync("/search/pattern", body, fields);

    [Theory]
    [InlineData("""{"updates":[{"id":"ID","increment_usage":true},{"increment_usage":true}]}""", "updates[1].id")]
    [InlineData("""{"updates":[{"id":"ID"}]}""", "updates[0].increment_usage")]
    [InlineData("""{"updates":[{"id":"ID","success_rate":-0.1}]}""", "updates[0].success_rate")]
    [InlineData("""{"updates":[{"id":"ID","success_rate":0.1},{"id":"ID","last_used":"yesterday"}]}""", "updates[1].last_used")]
    [InlineData("""{"updates":[{"id":"ID","success_rate":0.1},{"id":"seven","increment_usage":true}]}""", "updates[1].id")]
    [InlineData("""{"updates":[null]}""", "updates[0]")]
    [InlineData("""{"updates":[]}""", "updates")]
    public Task Updates(string body, params string[] fields) => RefusedAsync("/batch/update/metrics", body, fields);

    [Theory]
    [InlineData("""{"increment_usage":true}""", "id")]
    [InlineData("""{"id":"ID"}""", "increment_usage")]
    public Task An_update(string body, params string[] fields) => RefusedAsync("/update/metrics", body, fields);

    [Fact]
    public async Task More_than_the_limits()
    {
        Assert.Equal("It must have 1 to 1000 items, and has 1001.", (await Service.RefusedAsync("/batch/store/patterns", new { patterns = Enumerable.Repeat(Service.Pattern("a"), 1_001) }))["patterns"]);
        Assert.Equal("It must have 1 to 100 items, and has 101.", (await Service.RefusedAsync("/batch/search/patterns", new { queries = Enumerable.Repeat("a", 101) }))["queries"]);
        Assert.Equal("It must have 1 to 500 items, and has 501.", (await Service.RefusedAsync("/batch/update/metrics", new { updates = Enumerable.Repeat(new { id = Id, increment_usage = true }, 501) }))["updates"]);
        await NothingWasDoneAsync();
    }

    [Fact]
    public async Task A_vector_without_a_direction()
    {
        foreach (var value in new[] { 0, 1e39 })
        {
            var refused = await Service.RefusedAsync("/store/pattern", new { description = "d", code = "c", language = "l", embedding = Enumerable.Repeat(value, Service.Dimensions) });
            Assert.Equal("The vector has no direction: its length is zero or no number.", refused["embedding"]);
        }

        await NothingWasDoneAsync();
    }

    [Fact]
    public async Task What_is_no_JSON_by_its_type_a_body_that_is_too_large_and_addresses_that_are_none()
    {
        using var text = new StringContent("{}", new MediaTypeHeaderValue("text/plain"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await StatusAsync(Service.Http.PostAsync("/store/pattern", text)));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await StatusAsync(Service.Http.GetAsync("/store/pattern")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Service.Http.GetAsync("/patterns/seven")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Service.Http.GetAsync("/nothing")));

        var (status, problem) = await Service.PostAsync("/store/pattern", new { description = new string('x', 65 * 1024 * 1024), code = "c", language = "l" });
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, 413), (status, problem.GetProperty("status").GetInt32()));

        static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> sending)
        {
            using var response = await sending;
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
            return response.StatusCode;
        }
    }

    private async Task RefusedAsync(string path, string body, string[] fields)
    {
        var refused = await Service.RefusedAsync(path, body.Replace("GOOD", Good, StringComparison.Ordinal).Replace("ID", Id, StringComparison.Ordinal));
        Assert.Equal(fields.Order(StringComparer.Ordinal), refused.Keys.Order(StringComparer.Ordinal));
        await NothingWasDoneAsync();
    }

    private async Task NothingWasDoneAsync()
    {
        Assert.Equal(0, Service.Provider.Counters.Requests);
        Assert.Equal("[]", (await Service.DoAsync("/search/pattern", new { query = "good" })).GetProperty("results").GetRawText());
    }
}
