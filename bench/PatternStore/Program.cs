using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using PatternStore;
using PatternStore.Bench;
using PatternStore.Http;
using SimulatedProvider;

const int InPack = 100;
const int Rounds = 5;
const int Few = 10;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var folder = Directory.CreateTempSubdirectory("pattern-store-");
await using var provider = await SimulatedProviderHost.StartAsync(new() { Gate = (request, token) => Task.Delay(Latency.OfEmbedding(request.Messages.Count), token) });
await using (var service = await ServiceHost.StartAsync(
    new ServiceOptions { Port = 0, Data = Path.Combine(folder.FullName, "patterns.db"), Endpoint = provider.Endpoint }, store => new SlowStore(store)))
{
    using var http = new HttpClient { BaseAddress = service.Address };
    await StoreAsync(http, 20, batch: true);
    await StoreAsync(http, 2, batch: false);
    await SearchAsync(http, 20, batch: true);
    await SearchAsync(http, 2, batch: false);

    Console.WriteLine($"Over HTTP, 1,536 dimensions; medians of {Rounds} rounds taken in turn; more than {Few} one at a time once.");
    Console.WriteLine("Simulated: embedding 49 ms + 1 ms an input, writing 49 ms + 1 ms a pattern, searching 9 ms + 1 ms a query.");
    Console.WriteLine();
    Header("patterns stored");
    foreach (var (count, published) in new[] { (1, "1x"), (10, "5x"), (50, "10x"), (100, "12.5x"), (500, "16.7x") })
    {
        var bound = Latency.OfEmbedding(Math.Min(count, InPack)) + Latency.OfWrite(count);
        await CompareAsync(count, published, bound, batch => StoreAsync(http, count, batch));
    }

    Console.WriteLine();
    Header("queries searched");
    foreach (var (count, published) in new[] { (1, "1x"), (5, "3.75x"), (10, "6x"), (50, "10x"), (100, ""), (500, "") })
    {
        // At most 100 queries a request: 500 are five, one after another.
        var inRequest = Math.Min(count, Checks.MostQueries);
        var bound = count / inRequest * (Latency.OfEmbedding(inRequest) + Latency.OfSearch(inRequest));
        await CompareAsync(count, published, bound, batch => SearchAsync(http, count, batch));
    }
}

folder.Delete(recursive: true);
Console.WriteLine();
ExactSearch.Run(10_000, 100_000);

static void Header(string what)
{
    Console.WriteLine($"| {what} | one at a time | in a batch | lower bound | speed-up | published |");
    Console.WriteLine("|---|---|---|---|---|---|");
}

static async Task CompareAsync(int count, string published, TimeSpan bound, Func<bool, Task> run)
{
    // Long ones once: their noise is small beside them.
    var (singles, batches) = (new List<double>(), new List<double>());
    for (var round = 0; round < Rounds; round++)
    {
        if (round == 0 || count <= Few)
        {
            singles.Add(await MeasureAsync(() => run(false)));
        }

        batches.Add(await MeasureAsync(() => run(true)));
    }

    var (single, batch) = (singles.Order().ElementAt(singles.Count / 2), batches.Order().ElementAt(Rounds / 2));
    Console.WriteLine($"| {count} | {single:F2} s | {batch:F2} s | {bound.TotalSeconds:F2} s | {single / batch:F1}x | {published} |");
}

static async Task<double> MeasureAsync(Func<Task> run)
{
    var began = Stopwatch.GetTimestamp();
    await run();
    return Stopwatch.GetElapsedTime(began).TotalSeconds;
}

static async Task StoreAsync(HttpClient http, int count, bool batch)
{
    var patterns = Enumerable.Range(0, count).Select(i => new { description = $"Pattern {i} of a bulk", code = $"return Compute({i});", language = "csharp" }).ToList();
    if (batch)
    {
        await PostAsync(http, "/batch/store/patterns", new { patterns });
        return;
    }

    foreach (var pattern in patterns)
    {
        await PostAsync(http, "/store/pattern", pattern);
    }
}

static async Task SearchAsync(HttpClient http, int count, bool batch)
{
    var queries = Enumerable.Range(0, count).Select(i => $"bulk number {i}").ToList();
    if (batch)
    {
        foreach (var chunk in queries.Chunk(Checks.MostQueries))
        {
            await PostAsync(http, "/batch/search/patterns", new { queries = chunk });
        }

        return;
    }

    foreach (var query in queries)
    {
        await PostAsync(http, "/search/pattern", new { query });
    }
}

static async Task PostAsync(HttpClient http, string path, object body)
{
    using var response = await http.PostAsJsonAsync(path, body);
    response.EnsureSuccessStatusCode();
    _ = await response.Content.ReadAsByteArrayAsync();
}
