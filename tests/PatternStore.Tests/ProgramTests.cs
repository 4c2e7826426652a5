using System.Net.Http.Json;
using System.Text.Json;
using PatternStore.Storing;
using PatternStore.Tests.Support;

namespace PatternStore.Tests;

public sealed class ProgramTests
{
    [Fact]
    public void Without_arguments_everything_has_its_default()
    {
        var options = Parse();
        Assert.Equal((8003, "patterns.db", "code_patterns", "text-embedding-3-small"), (options.Port, options.Data, options.Collection, options.Model));
        Assert.Null(options.Endpoint);
        Assert.Null(options.Qdrant);
        Assert.Equal("simulated-text-embedding-3-small", options.Space);
    }

    [Fact]
    public void Arguments_are_read()
    {
        var options = Parse("--port", "0", "--data", "x.db", "--qdrant", "http://localhost:6333", "--collection", "c", "--endpoint", "http://localhost:11434/v1", "--model", "nomic/embed", "--dimensions", "768");
        Assert.Equal(
            (0, "x.db", "c", "nomic/embed", 768, "nomic-embed"),
            (options.Port, options.Data, options.Collection, options.Model, options.Dimensions!.Value, options.Space));
        Assert.Equal(("http://localhost:6333/", "http://localhost:11434/v1"), (options.Qdrant!.AbsoluteUri, options.Endpoint!.AbsoluteUri));
        Assert.Null(CommandLine.Parse(["--port", "1", "--help"], _ => null));
        Assert.Equal("key", CommandLine.Parse(["--endpoint", "https://example.com/v1"], _ => "key")!.ApiKey);
    }

    [Theory]
    [InlineData("'--port' needs a value.", "--port")]
    [InlineData("--port: '70000' is no whole number from 0 to 65535.", "--port", "70000")]
    [InlineData("--dimensions: '0' is no whole number from 1 to 65536.", "--dimensions", "0")]
    [InlineData("--qdrant: 'localhost' is no address: write http://host:port.", "--qdrant", "localhost")]
    [InlineData("Unknown option '--prot'.", "--prot", "1")]
    [InlineData("OPENAI_API_KEY is not set.", "--endpoint", "https://example.com/v1")]
    public void Mistakes_are_named(string message, params string[] arguments) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Parse(arguments)).Message);

    [Fact]
    public async Task The_program_runs_on_its_own_with_a_provider_inside()
    {
        var folder = Directory.CreateTempSubdirectory("pattern-store-");
        await using (var host = await ServiceHost.StartAsync(new ServiceOptions { Port = 0, Data = Path.Combine(folder.FullName, "new", "patterns.db") }))
        {
            using var http = new HttpClient { BaseAddress = host.Address };
            var sample = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "patterns.json"));
            using var content = new StringContent(sample, System.Text.Encoding.UTF8, "application/json");
            using var stored = await http.PostAsync("/batch/store/patterns", content);
            Assert.Equal(12, (await stored.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("summary").GetProperty("successful").GetInt32());
            using var found = await http.PostAsJsonAsync("/search/pattern", new { query = "database connection", limit = 1 });
            Assert.Equal("Open a database connection from a pool", (await found.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results")[0].GetProperty("description").GetString());

            await Assert.ThrowsAsync<IOException>(() => ServiceHost.StartAsync(new ServiceOptions { Port = host.Address.Port, Data = Path.Combine(folder.FullName, "other.db") }));
            await Assert.ThrowsAsync<PatternStoreException>(() => ServiceHost.StartAsync(new ServiceOptions { Port = 0, Data = Path.Combine(folder.FullName, "new", "patterns.db") }));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_model_whose_vectors_have_another_length_is_told_with_each_item()
    {
        var folder = Directory.CreateTempSubdirectory("pattern-store-");
        await using (var host = await ServiceHost.StartAsync(new ServiceOptions { Port = 0, Data = Path.Combine(folder.FullName, "patterns.db"), Model = "text-embedding-3-large" }))
        {
            using var http = new HttpClient { BaseAddress = host.Address };
            using var response = await http.PostAsJsonAsync("/batch/store/patterns", new { patterns = new[] { Service.Pattern("a") } });
            Assert.Equal(
                "The vector has 3072 dimensions, and those of the store have 1536.",
                (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("error").GetString());
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_description_has_every_endpoint_and_its_limits()
    {
        await using var service = await Service.StartAsync();
        var description = await service.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        Assert.Equal(
            ["/batch/search/patterns", "/batch/store/patterns", "/batch/update/metrics", "/patterns/{id}", "/search/pattern", "/store/pattern", "/update/metrics"],
            description.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.Equal((1, 1_000), Limits("StoreRequest", "patterns"));
        Assert.Equal((1, 100), Limits("BatchSearchRequest", "queries"));
        Assert.Equal((1, 500), Limits("UpdateRequest", "updates"));
        Assert.Equal(5, Schema("SearchRequest").GetProperty("properties").GetProperty("limit").GetProperty("default").GetInt32());
        Assert.False(Schema("NewPattern").GetProperty("additionalProperties").GetBoolean());
        Assert.False(Schema("PatternMetadata").TryGetProperty("additionalProperties", out var open) && !open.GetBoolean());
        Assert.Equal(
            ["200", "400", "413", "502"],
            description.GetProperty("paths").GetProperty("/batch/store/patterns").GetProperty("post").GetProperty("responses").EnumerateObject().Select(response => response.Name).Order(StringComparer.Ordinal));

        JsonElement Schema(string name) => description.GetProperty("components").GetProperty("schemas").GetProperty(name);

        (int Least, int Most) Limits(string name, string field) =>
            Schema(name).GetProperty("properties").GetProperty(field) is var items ? (items.GetProperty("minItems").GetInt32(), items.GetProperty("maxItems").GetInt32()) : default;
    }

    private static ServiceOptions Parse(params string[] arguments) => CommandLine.Parse(arguments, _ => null)!;
}
