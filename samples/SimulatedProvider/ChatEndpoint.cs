using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SimulatedProvider;

/// <summary>
/// <c>POST /v1/chat/completions</c>: key, body, limits, faults, gate, latency, answer, in that order.
/// Errors come back at once; only answers take the latency. Requests of other kinds go the same way with <see cref="ServeAsync"/>.
/// </summary>
internal sealed class ChatEndpoint(SimulatedProviderOptions options, CancellationToken stopping)
{
    private const int FirstLatencyDraw = 2;
    private const int SecondLatencyDraw = 3;

    private readonly RateLimiter _limiter = new(options);
    private readonly FaultPlan _faults = new(options);
    private long _requestNumber;

    public CounterSet Counters { get; } = new();

    public void Reset()
    {
        Counters.Reset();
        _limiter.Reset();
        _faults.Reset();
    }

    public Task HandleAsync(HttpContext context) => ServeAsync(context, (body, cancellationToken) => ChatRequestReader.ReadAsync(body, ChatExchange.Read, cancellationToken));

    public async Task ServeAsync(HttpContext context, Func<Stream, CancellationToken, Task<(IExchange? Exchange, ProviderError? Error)>> read)
    {
        using var visit = Counters.Enter();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.Headers["x-request-id"] = string.Create(CultureInfo.InvariantCulture, $"req_{Interlocked.Increment(ref _requestNumber)}");
        try
        {
            await AnswerAsync(context, visit, read, leaving.Token);
        }
        catch (Exception e) when (leaving.IsCancellationRequested && e is OperationCanceledException or IOException)
        {
            // The client has gone or the host stops: nobody is left to answer.
            context.Abort();
        }
    }

    private async Task AnswerAsync(
        HttpContext context, CounterSet.Visit visit, Func<Stream, CancellationToken, Task<(IExchange? Exchange, ProviderError? Error)>> read, CancellationToken leaving)
    {
        if (!HasKey(context.Request))
        {
            await RefuseAsync(context, visit, ProviderError.NoKey, leaving);
            return;
        }

        var (exchange, invalid) = await read(context.Request.Body, leaving);
        if (exchange is null)
        {
            await RefuseAsync(context, visit, invalid!, leaving);
            return;
        }

        var request = exchange.Request;
        if (options.Models?.Contains(request.Model) == false)
        {
            await RefuseAsync(context, visit, ProviderError.OfStatus(StatusCodes.Status404NotFound), leaving);
            return;
        }

        var content = ContentHash.Of(request);
        var markers = options.Markers ? SimulationMarkers.In(request) : [];
        var answer = exchange.AnswerTo(content, markers, options.AnswerWords);

        var rate = _limiter.Admit(answer.InputTokens + (request.MaxTokens ?? answer.OutputTokens));
        if (options.RateLimitHeaders.HasFlag(RateLimitHeaders.XRateLimit))
        {
            foreach (var (name, value) in rate.Headers)
            {
                context.Response.Headers[name] = value;
            }
        }

        if (rate.Exceeded is { } unit)
        {
            SetRetryAfter(context.Response, rate.Wait);
            await RefuseAsync(context, visit, rate.Wait is null ? ProviderError.TooLarge(unit) : ProviderError.RateLimited(unit), leaving);
            return;
        }

        var fault = _faults.Next(content, markers);
        switch (fault.Kind)
        {
            case FaultKind.Status:
                if (fault.Status == StatusCodes.Status429TooManyRequests)
                {
                    SetRetryAfter(context.Response, options.RetryAfter);
                }

                await RefuseAsync(context, visit, ProviderError.OfStatus(fault.Status), leaving);
                return;
            case FaultKind.Quota:
                await RefuseAsync(context, visit, ProviderError.Quota, leaving);
                return;
            case FaultKind.Drop:
                visit.Record(Outcome.Dropped);
                visit.Leave();
                context.Abort();
                return;
            case FaultKind.Timeout:
                visit.Record(Outcome.TimedOut);
                await Task.Delay(Timeout.InfiniteTimeSpan, leaving);
                return;
        }

        var latency = LatencyOf(content, markers) + (options.TokenLatency * answer.OutputTokens);
        visit.RecordLatency(latency);
        if (options.Gate is { } gate)
        {
            await gate(request, leaving);
        }

        if (latency > TimeSpan.Zero)
        {
            await Task.Delay(latency, options.TimeProvider, leaving);
        }

        var id = $"chatcmpl-{content.Text}";
        var created = options.TimeProvider.GetUtcNow();
        var body = exchange.Body(id, created, answer, markers);
        if (request.Stream)
        {
            var chunks = ChatResponseWriter.Chunks(id, created, request.Model, answer, request.IncludeUsage).ToList();
            var stream = new EventStream(context.Response, options.ChunkLatency, options.TimeProvider);
            await (fault.Kind == FaultKind.Cut ? CutAsync(context, visit, stream, chunks, leaving) : StreamAsync(visit, answer, stream, chunks, leaving));
        }
        else if (fault.Kind == FaultKind.Cut)
        {
            await CutAsync(context, visit, body, leaving);
        }
        else if (DurationOf(markers, "slow") is { } pause)
        {
            await SlowlyAsync(context, visit, answer, body, pause, leaving);
        }
        else
        {
            Succeed(visit, answer);
            await WriteJsonAsync(context.Response, StatusCodes.Status200OK, body, leaving);
        }
    }

    public static async Task WriteErrorAsync(HttpContext context, ProviderError error, CancellationToken cancellationToken) =>
        await WriteJsonAsync(context.Response, error.Status, ChatResponseWriter.Error(error), cancellationToken);

    internal static bool HasKey(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(authorization[Scheme.Length..]);
    }

    private TimeSpan LatencyOf(ContentHash content, IReadOnlyList<SimulationMarker> markers) =>
        DurationOf(markers, "latency") ?? options.Latency.At(content.Draw(options.Seed, FirstLatencyDraw, 0), content.Draw(options.Seed, SecondLatencyDraw, 0));

    private static TimeSpan? DurationOf(IReadOnlyList<SimulationMarker> markers, string name)
    {
        if (markers.FirstOrDefault(m => m.Name == name) is { } marker)
        {
            try
            {
                return Duration.Parse(marker.Value);
            }
            catch (FormatException)
            {
                // An order that cannot be read is ignored, like an unknown one.
            }
        }

        return null;
    }

    private async Task SlowlyAsync(
        HttpContext context, CounterSet.Visit visit, Answer answer, ReadOnlyMemory<byte> body, TimeSpan pause, CancellationToken cancellationToken)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body[..(body.Length / 2)], cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
        await Task.Delay(pause, options.TimeProvider, cancellationToken);
        Succeed(visit, answer);
        await context.Response.Body.WriteAsync(body[(body.Length / 2)..], cancellationToken);
    }

    private void SetRetryAfter(HttpResponse response, TimeSpan? wait)
    {
        if (wait is not { } duration)
        {
            return;
        }

        if (options.RateLimitHeaders.HasFlag(RateLimitHeaders.RetryAfter))
        {
            response.Headers.RetryAfter = Duration.WholeSeconds(duration).ToString(CultureInfo.InvariantCulture);
        }

        if (options.RateLimitHeaders.HasFlag(RateLimitHeaders.RetryAfterMs))
        {
            response.Headers["retry-after-ms"] = Duration.WholeMilliseconds(duration).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static void Succeed(CounterSet.Visit visit, Answer answer)
    {
        visit.RecordTokens(answer.InputTokens, answer.OutputTokens);
        visit.Record(Outcome.Succeeded);
        visit.Leave();
    }

    private static async Task RefuseAsync(HttpContext context, CounterSet.Visit visit, ProviderError error, CancellationToken cancellationToken)
    {
        visit.Record(error.Status switch
        {
            StatusCodes.Status429TooManyRequests => Outcome.Rejected429,
            >= 500 => Outcome.Failed5xx,
            _ => Outcome.Failed4xx,
        });
        visit.Leave();
        await WriteErrorAsync(context, error, cancellationToken);
    }

    private static async Task WriteJsonAsync(HttpResponse response, int status, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, cancellationToken);
    }

    private static async Task CutAsync(HttpContext context, CounterSet.Visit visit, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body[..(body.Length / 2)], cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
        visit.Record(Outcome.Dropped);
        visit.Leave();
        context.Abort();
    }

    private static async Task StreamAsync(
        CounterSet.Visit visit, Answer answer, EventStream stream, IEnumerable<ReadOnlyMemory<byte>> chunks, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(chunks, cancellationToken);
        Succeed(visit, answer);
        await stream.EndAsync(cancellationToken);
    }

    private static async Task CutAsync(
        HttpContext context, CounterSet.Visit visit, EventStream stream, List<ReadOnlyMemory<byte>> chunks, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(chunks.Take(chunks.Count / 2), cancellationToken);
        visit.Record(Outcome.Dropped);
        visit.Leave();
        context.Abort();
    }
}
