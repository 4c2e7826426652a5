using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using OpenAI;
using OpenAI.Embeddings;
using PatternStore;
using PatternStore.Storing;

const string Usage = "Usage: dotnet run -- --endpoint URL. The key is read from OPENAI_API_KEY.";
const string Model = "text-embedding-3-small";
List<string> queries = ["database connection", "retry a request", "read lines of a file", "too many calls at the same time", "password hash"];

if (args is not ["--endpoint", var address] || !Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || Environment.GetEnvironmentVariable("OPENAI_API_KEY") is not { Length: > 0 } key)
{
    Console.Error.WriteLine($"error: an endpoint and a key are needed. {Usage}");
    return 2;
}

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
var options = new OpenAIClientOptions { Endpoint = endpoint, RetryPolicy = new ClientRetryPolicy(maxRetries: 0) };
builder.Services.AddSingleton(new EmbeddingClient(Model, new ApiKeyCredential(key), options));
builder.Services.AddSingleton<InMemoryPatternStore>();
builder.Services.AddSingleton<PatternService>();
await using var app = builder.Build();
app.MapPatterns();
await app.StartAsync();

// What a user of the service does, for many and for one.
using var service = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
var elapsed = Stopwatch.StartNew();

var patterns = Read(Path.Combine(AppContext.BaseDirectory, "patterns.json"));
var stored = await PostAsync<Stored>("batch/store/patterns", patterns);
Console.WriteLine($"Stored {stored.Ids.Count} of {patterns.Count}");
await PostAsync<Stored>("store/pattern", patterns[0] with { Id = new Guid(patterns.Count, 0, 0, new byte[8]), Description = "Retry a request at once" });

var found = await PostAsync<List<List<PatternMatch>>>("batch/search/patterns", new Queries(queries, Limit: 2));
found.Add(await PostAsync<List<PatternMatch>>("search/pattern", new Query("retry", Limit: 1)));
foreach (var (query, matches) in queries.Append("retry").Zip(found))
{
    Console.WriteLine($"{query}: {string.Join(", ", matches.Select(match => $"{match.Pattern.Description} ({match.Score:F2})"))}");
}

var uses = found.SelectMany(matches => matches).Select(match => new MetricsUpdate(match.Pattern.Id, IncrementUsage: true, SuccessRate: null, LastUsed: null)).ToList();
(await service.PostAsJsonAsync("batch/update/metrics", uses)).EnsureSuccessStatusCode();
(await service.PostAsJsonAsync("update/metrics", uses[0])).EnsureSuccessStatusCode();
foreach (var pattern in patterns)
{
    var updated = await service.GetFromJsonAsync<Pattern>($"patterns/{pattern.Id}");
    Console.WriteLine($"{pattern.Description}: {updated?.Metadata.UsageCount} uses");
}

Console.Error.WriteLine($"{elapsed.ElapsedMilliseconds} {app.Services.GetRequiredService<InMemoryPatternStore>().Calls}");
return 0;

async Task<T> PostAsync<T>(string path, object body)
{
    using var response = await service.PostAsJsonAsync(path, body);
    return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<T>())!;
}

static List<Pattern> Read(string path)
{
    using var file = JsonDocument.Parse(File.ReadAllText(path));
    return
    [
        .. file.RootElement.GetProperty("patterns").EnumerateArray().Select((pattern, index) => new Pattern
        {
            Id = new Guid(index, 0, 0, new byte[8]),
            Description = pattern.GetProperty("description").GetString()!,
            Code = pattern.GetProperty("code").GetString()!,
            Language = pattern.GetProperty("language").GetString()!,
        }),
    ];
}
