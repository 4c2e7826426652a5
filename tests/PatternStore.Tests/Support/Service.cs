using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PatternStore.Storing;
using SimulatedProvider;

namespace PatternStore.Tests.Support;

/// <summary>Where the patterns are kept.</summary>
public enum StoreKind
{
    File,
    Qdrant,
}

/// <summary>The service over HTTP, with a provider and a store of its own.</summary>
internal sealed class Service : IAsyncDisposable
{
    public const int Dimensions = 64;

    private readonly ServiceOptions _options;
    private readonly DirectoryInfo _folder;
    private ServiceHost _host;

    private Service(ServiceOptions options, ServiceHost host, SimulatedProviderHost provider, FakeQdrant? qdrant, DirectoryInfo folder)
    {
        (_options, _host, Provider, Qdrant, _folder) = (options, host, provider, qdrant, folder);
        Http = new HttpClient { BaseAddress = host.Address };
    }

    public SimulatedProviderHost Provider { get; }

    public HttpClient Http { get; private set; }

    /// <summary>The server behind a service that keeps its patterns there.</summary>
    public FakeQdrant? Qdrant { get; }

    public string Data => _options.Data;

    public static async Task<Service> StartAsync(StoreKind kind = StoreKind.File, SimulatedProviderOptions? provider = null, Func<IPatternStore, IPatternStore>? wrap = null)
    {
        var folder = Directory.CreateTempSubdirectory("pattern-store-");
        var simulated = await SimulatedProviderHost.StartAsync(provider ?? new());
        var qdrant = kind == StoreKind.Qdrant ? await FakeQdrant.StartAsync() : null;
        var options = new ServiceOptions { Port = 0, Data = Path.Combine(folder.FullName, "patterns.db"), Qdrant = qdrant?.Address, Endpoint = simulated.Endpoint, Dimensions = Dimensions };
        return new Service(options, await ServiceHost.StartAsync(options, wrap), simulated, qdrant, folder);
    }

    /// <summary>Ends the service and starts it again on the same store.</summary>
    public async Task RestartAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
        _host = await ServiceHost.StartAsync(_options);
        Http = new HttpClient { BaseAddress = _host.Address };
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, object body)
    {
        using var content = body is string text ? new StringContent(text, Encoding.UTF8, "application/json") : (HttpContent)JsonContent.Create(body);
        using var response = await Http.PostAsync(path, content);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Posts what must succeed.</summary>
    public async Task<JsonElement> DoAsync(string path, object body)
    {
        var (status, answer) = await PostAsync(path, body);
        Assert.True((int)status is 200 or 201, $"{(int)status}: {answer}");
        return answer;
    }

    /// <summary>Stores patterns that must all be stored, and gives their ids.</summary>
    public async Task<Guid[]> StoreAsync(params string[] descriptions) =>
        [.. (await DoAsync("/batch/store/patterns", new { patterns = descriptions.Select(Pattern) })).GetProperty("ids").EnumerateArray().Select(id => id.GetGuid())];

    public async Task<JsonElement> GetAsync(Guid id) => await Http.GetFromJsonAsync<JsonElement>($"/patterns/{id}");

    /// <summary>Posts what must be refused as a whole, and gives the fields that are named with the first mistake of each.</summary>
    public async Task<Dictionary<string, string>> RefusedAsync(string path, object body)
    {
        var (status, problem) = await PostAsync(path, body);
        Assert.Equal((HttpStatusCode.BadRequest, 400), (status, problem.GetProperty("status").GetInt32()));
        return problem.GetProperty("errors").EnumerateObject().ToDictionary(one => one.Name, one => one.Value[0].GetString()!);
    }

    public static object Pattern(string description) => new { description, code = "return 1;", language = "csharp" };

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
        await Provider.DisposeAsync();
        if (Qdrant is not null)
        {
            await Qdrant.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
