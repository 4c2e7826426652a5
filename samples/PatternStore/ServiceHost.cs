using System.ClientModel;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using BatchMigrate;
using Microsoft.AspNetCore.Mvc;
using OpenAI;
using OpenAI.Embeddings;
using PatternStore.Http;
using PatternStore.Storing;
using SimulatedProvider;

namespace PatternStore;

/// <summary>The running service with all that belongs to it.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    private const int UsualDimensions = 1_536;
    private const int MostBytes = 64 * 1024 * 1024;

    private readonly WebApplication _app;
    private readonly IPatternStore _store;
    private readonly SimulatedProviderHost? _provider;

    private ServiceHost(WebApplication app, IPatternStore store, SimulatedProviderHost? provider)
    {
        (_app, _store, _provider) = (app, store, provider);
        Address = new Uri(app.Urls.Single());
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts the service and returns once it accepts connections.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="wrap">Puts something around the store, such as a simulated latency.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="PatternStoreException">The store cannot be opened.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ServiceHost> StartAsync(ServiceOptions options, Func<IPatternStore, IPatternStore>? wrap = null, CancellationToken cancellationToken = default)
    {
        var dimensions = options.Dimensions ?? UsualDimensions;
        IPatternStore store = options.Qdrant is { } qdrant
            ? await QdrantPatternStore.OpenAsync(qdrant, options.QdrantApiKey, options.Collection, options.Space, dimensions, cancellationToken: cancellationToken)
            : SqlitePatternStore.Open(options.Data, options.Space, dimensions);
        store = wrap?.Invoke(store) ?? store;
        SimulatedProviderHost? provider = null;
        WebApplication? app = null;
        try
        {
            provider = options.Endpoint is null ? await SimulatedProviderHost.StartAsync(new(), cancellationToken) : null;
            var client = new OpenAIClientOptions { Endpoint = options.Endpoint ?? provider!.Endpoint }.UseBatchMigrate();
            var embeddings = new EmbeddingClient(options.Model, new ApiKeyCredential(options.ApiKey), client);
            app = Build(options, new PatternService(store, embeddings, options.Dimensions));
            await app.StartAsync(cancellationToken);
            return new ServiceHost(app, store, provider);
        }
        catch
        {
            await DisposeAsync(app, provider, store);
            throw;
        }
    }

    /// <summary>Waits until the program is told to end.</summary>
    public Task WaitAsync() => _app.WaitForShutdownAsync();

    /// <summary>Answers what is under way, stops, and closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await DisposeAsync(_app, _provider, _store);
    }

    private static WebApplication Build(ServiceOptions options, PatternService service)
    {
        var builder = WebApplication.CreateSlimBuilder();
        // A port that is taken is told in one line by the program, not by the host with a stack.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            // There are no users to tell apart: it is for this machine only.
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.Limits.MaxRequestBodySize = MostBytes;
        });
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            // Strict, so that a misspelt or repeated name is told and not ignored.
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.PropertyNameCaseInsensitive = false;
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.AllowDuplicateProperties = false;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<Problems>();
        builder.Services.AddOpenApi(description => description.AddSchemaTransformer((schema, context, _) =>
        {
            // Closed for what is misspelt, open for what has fields of its own.
            var type = context.JsonTypeInfo.Type;
            schema.AdditionalPropertiesAllowed = type == typeof(PatternMetadata) || type.IsAssignableTo(typeof(ProblemDetails));
            return Task.CompletedTask;
        }));
        builder.Services.AddSingleton(service);

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapOpenApi();
        app.MapPatterns();
        return app;
    }

    private static async Task DisposeAsync(WebApplication? app, SimulatedProviderHost? provider, IPatternStore store)
    {
        foreach (var part in new IAsyncDisposable?[] { app, provider, store })
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }
    }
}
