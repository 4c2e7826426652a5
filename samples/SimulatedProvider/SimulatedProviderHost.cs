using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SimulatedProvider;

/// <summary>
/// A provider that speaks OpenAI's protocol over HTTP on this machine: <c>POST /v1/chat/completions</c>, <c>POST /v1/embeddings</c>,
/// the 24-hour service at <c>/v1/files</c> and <c>/v1/batches</c>, and <c>GET /counters</c> and <c>POST /reset</c> beside them.
/// </summary>
public sealed class SimulatedProviderHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ChatEndpoint _chat;
    private readonly BatchEndpoint _batches;
    private readonly CancellationTokenSource _stopping;

    private SimulatedProviderHost(WebApplication app, ChatEndpoint chat, BatchEndpoint batches, CancellationTokenSource stopping)
    {
        _app = app;
        _chat = chat;
        _batches = batches;
        _stopping = stopping;
        Endpoint = new Uri($"{app.Urls.Single().TrimEnd('/')}/v1");
    }

    /// <summary>The address for <c>OpenAIClientOptions.Endpoint</c>, ending with <c>/v1</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>What has happened so far.</summary>
    public ProviderCounters Counters => _chat.Counters.Snapshot();

    /// <summary>What has happened so far in the 24-hour service, whose requests are not among <see cref="Counters"/>.</summary>
    public BatchServiceCounters BatchCounters => _batches.Counters;

    /// <summary>Starts the provider and returns once it accepts connections.</summary>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SimulatedProviderHost> StartAsync(SimulatedProviderOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();

        // Nothing of the surroundings counts: no settings files, no environment variables, no log, no signals.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();

        var stopping = new CancellationTokenSource();
        var chat = new ChatEndpoint(options, stopping.Token);
        var batches = new BatchEndpoint(options);
        var app = builder.Build();
        app.MapPost("/v1/chat/completions", chat.HandleAsync);
        app.MapPost("/v1/embeddings", context => chat.ServeAsync(context, EmbeddingExchange.ReadAsync));
        batches.Map(app);
        app.MapGet("/counters", (RequestDelegate)(context => context.Response.WriteAsJsonAsync(chat.Counters.Snapshot(), context.RequestAborted)));
        app.MapPost("/reset", (RequestDelegate)(context =>
        {
            chat.Reset();
            batches.Reset();
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }));
        app.MapFallback("{**path}", (RequestDelegate)(context =>
            ChatEndpoint.WriteErrorAsync(context, ProviderError.NotFound(context.Request.Method, context.Request.Path), context.RequestAborted)));

        try
        {
            await app.StartAsync(cancellationToken);
            return new SimulatedProviderHost(app, chat, batches, stopping);
        }
        catch
        {
            await app.DisposeAsync();
            stopping.Dispose();
            throw;
        }
    }

    /// <summary>Starts again as if nothing had happened: counters at zero, buckets full, no content seen before, no files and batches.</summary>
    public void Reset()
    {
        _chat.Reset();
        _batches.Reset();
    }

    /// <summary>Closes every connection, answered or not, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    // The host's usual lifetime catches Ctrl+C for the whole process, which is not a library's business.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
