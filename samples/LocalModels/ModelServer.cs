using System.ClientModel;
using BatchMigrate;
using OpenAI;
using OpenAI.Chat;
using SimulatedProvider;

namespace LocalModels;

/// <summary>The server with the models: one that is there already, or a simulated one for each model, as fast as that is.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    // Milliseconds until a whole answer, and between two pieces of one that is streamed.
    private static readonly (string Model, double Latency, double Chunk)[] Simulated = [("qwen3:8b", 800, 40), ("gemma3:4b", 400, 20)];

    private readonly Dictionary<string, SimulatedProviderHost> _simulated = [];
    private readonly Options _options;

    private ModelServer(Options options) => _options = options;

    /// <summary>Its name for people.</summary>
    public string Name => _options.Endpoint?.ToString() ?? "a simulated server in this process";

    /// <summary>Whether it is a simulated one.</summary>
    public bool IsSimulated => _options.Endpoint is null;

    /// <summary>Connects to the server that the options name, or starts the simulated ones.</summary>
    /// <param name="options">The options.</param>
    /// <param name="pace">What the simulated times are multiplied with.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<ModelServer> StartAsync(Options options, double pace, CancellationToken cancellationToken = default)
    {
        var server = new ModelServer(options);
        if (server.IsSimulated)
        {
            foreach (var (model, latency, chunk) in Simulated)
            {
                server._simulated[model] = await SimulatedProviderHost.StartAsync(
                    new()
                    {
                        Models = [model],
                        Latency = LatencyDistribution.LogNormal(TimeSpan.FromMilliseconds(latency * pace), 0.3),
                        ChunkLatency = TimeSpan.FromMilliseconds(chunk * pace),
                        AnswerWords = 40,
                    },
                    cancellationToken);
            }
        }

        return server;
    }

    /// <summary>A client for a model, that the server has or not.</summary>
    public ChatClient ClientOf(string model)
    {
        var endpoint = _options.Endpoint ?? _simulated.GetValueOrDefault(model, _simulated[Simulated[0].Model]).Endpoint;
        return new ChatClient(model, new ApiKeyCredential(_options.ApiKey), new OpenAIClientOptions { Endpoint = endpoint }.UseBatchMigrate());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _simulated.Values)
        {
            await host.DisposeAsync();
        }
    }
}
