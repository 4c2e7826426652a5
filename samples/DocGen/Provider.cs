using System.ClientModel;
using System.ClientModel.Primitives;
using BatchMigrate;
using OpenAI;
using SimulatedProvider;

namespace DocGen;

/// <summary>The provider that is asked, and how often that happens.</summary>
internal sealed class Provider : IAsyncDisposable
{
    private readonly SimulatedProviderHost? _host;

    private Provider(SimulatedProviderHost? host, OpenAIClient client, RequestCounter requests) => (_host, Client, Requests) = (host, client, requests);

    public OpenAIClient Client { get; }

    public RequestCounter Requests { get; }

    /// <summary>What the simulated provider has counted.</summary>
    public ProviderCounters Counters => _host!.Counters;

    /// <summary>Connects to an endpoint, or starts a simulated provider where there is none.</summary>
    /// <param name="endpoint">The endpoint; null for a simulated one.</param>
    /// <param name="apiKey">The key.</param>
    /// <param name="simulated">How the simulated one answers.</param>
    /// <param name="retries">Whether batches take the retries; else a request that is refused has failed, as in the published run.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<Provider> StartAsync(Uri? endpoint, string apiKey, SimulatedProviderOptions simulated, bool retries, CancellationToken cancellationToken)
    {
        var host = endpoint is null ? await SimulatedProviderHost.StartAsync(simulated, cancellationToken) : null;
        var requests = new RequestCounter();
        var options = new OpenAIClientOptions { Endpoint = endpoint ?? host!.Endpoint };
        options.AddPolicy(requests, PipelinePosition.PerTry);
        options = retries ? options.UseBatchMigrate() : options;
        options.RetryPolicy ??= new ClientRetryPolicy(maxRetries: 0);
        return new Provider(host, new OpenAIClient(new ApiKeyCredential(apiKey), options), requests);
    }

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? default;
}

/// <summary>Counts requests, and those that the provider rejected as too many.</summary>
internal sealed class RequestCounter : PipelinePolicy
{
    private int _sent;
    private int _rejected;

    public int Sent => _sent;

    public int Rejected => _rejected;

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Interlocked.Increment(ref _sent);
        ProcessNext(message, pipeline, currentIndex);
        Count(message);
    }

    public override async ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Interlocked.Increment(ref _sent);
        await ProcessNextAsync(message, pipeline, currentIndex);
        Count(message);
    }

    private void Count(PipelineMessage message)
    {
        if (message.Response?.Status == 429)
        {
            Interlocked.Increment(ref _rejected);
        }
    }
}
