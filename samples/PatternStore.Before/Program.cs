using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using System.Text.Json;
using OpenAI;
using OpenAI.Embeddings;
using PatternStore;
using PatternStore.Storing;

const string Usage = "Usage: dotnet run -- --endpoint URL. The key is read from OPENAI_API_KEY.";
const string Model = "text-embedding-3-small";
const int Dimensions = 1_536;
string[] queries = ["database connection", "retry a request", "read lines of a file", "too many calls at the same time", "password hash"];

if (args is not ["--endpoint", var address] || !Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || Environment.GetEnvironmentVariable("OPENAI_API_KEY") is not { Length: > 0 } key)
{
    Console.Error.WriteLine($"error: an endpoint and a key are needed. {Usage}");
    return 2;
}

var options = new OpenAIClientOptions { Endpoint = endpoint, RetryPolicy = new ClientRetryPolicy(maxRetries: 0) };
await using var store = new InMemoryPatternStore(Dimensions);
var library = new PatternLibrary(new EmbeddingClient(Model, new ApiKeyCredential(key), options), store);
var elapsed = Stopwatch.StartNew();

var patterns = Read(Path.Combine(AppContext.BaseDirectory, "patterns.json"));
var failed = await library.StoreAsync(patterns);
Console.WriteLine($"Stored {patterns.Count - failed.Count} of {patterns.Count}");

var found = await library.SearchAsync(queries, limit: 2);
foreach (var (query, matches) in queries.Zip(found))
{
    Console.WriteLine($"{query}: {string.Join(", ", matches.Select(match => $"{match.Pattern.Description} ({match.Score:F2})"))}");
}

await library.CountUsesAsync(found.SelectMany(matches => matches).Select(match => match.Pattern.Id));
foreach (var pattern in patterns)
{
    var uses = (await store.GetAsync(pattern.Id))?.Metadata.UsageCount ?? 0;
    Console.WriteLine($"{pattern.Description}: {uses} uses");
}

Console.Error.WriteLine($"{elapsed.ElapsedMilliseconds} {store.Calls}");
return 0;

static List<Pattern> Read(string path)
{
    using var file = JsonDocument.Parse(File.ReadAllBytes(path));
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
