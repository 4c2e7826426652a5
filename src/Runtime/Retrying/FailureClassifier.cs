using System.ClientModel;
using System.Net.Sockets;
using System.Text.Json;

namespace BatchMigrate.Retrying;

/// <summary>Judges the exceptions of the libraries that the runtime knows. What it does not know is <see cref="BatchFailureKind.Unknown"/> and never retried.</summary>
internal static class FailureClassifier
{
    // Codes of a 429 that no wait helps against.
    private static readonly string[] QuotaCodes = ["insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "insufficient_balance", "credit_balance_too_low"];

    /// <summary>The response that an exception carries, or null.</summary>
    internal static ProviderReply? ReplyIn(Exception exception, TimeProvider clock) =>
        Chain(exception).OfType<ClientResultException>().FirstOrDefault() is { } refused ? ProviderReply.Read(refused.GetRawResponse(), clock) : null;

    internal static BatchFailure Classify(Exception exception, ProviderReply? reply, RetryOptions options)
    {
        if (options.Classify is { } classify)
        {
            try
            {
                if (classify(exception) is { } judged)
                {
                    return judged;
                }
            }
            catch (Exception)
            {
                // Documented: then the runtime judges alone.
            }
        }

        return Classify(exception, reply);
    }

    private static BatchFailure Classify(Exception exception, ProviderReply? reply)
    {
        foreach (var e in Chain(exception))
        {
            switch (e)
            {
                case ClientResultException { Status: > 0 } refused:
                    return OfStatus(refused.Status, reply, () => IsQuota(refused));
                case HttpRequestException { StatusCode: { } status }:
                    return OfStatus((int)status, reply, static () => false);
                case HttpRequestException or IOException or SocketException or TimeoutException or OperationCanceledException:
                    // A cancellation that nobody asked for is how clients report their timeouts.
                    return new BatchFailure(BatchFailureKind.Transient);
            }
        }

        return default;
    }

    /// <summary>An exception and what is inside of it; of several tries the last counts.</summary>
    internal static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var e = exception; e is not null; e = e is AggregateException { InnerExceptions: [.., var last] } ? last : e.InnerException)
        {
            yield return e;
        }
    }

    /// <summary>Whether a request that failed may have been answered for all that is known, and so be billed: nobody has refused it, and it was not kept from leaving.</summary>
    internal static bool MayBeAnswered(Exception exception, BatchFailure failure) => failure.Kind == BatchFailureKind.Transient && StatusOf(exception) is null && !IsUnreachable(exception);

    /// <summary>The status that the provider answered with; null where it did not answer.</summary>
    internal static int? StatusOf(Exception exception) => Chain(exception).Select(static e => e switch
    {
        ClientResultException { Status: > 0 } refused => refused.Status,
        HttpRequestException { StatusCode: { } status } => (int)status,
        _ => (int?)null,
    }).FirstOrDefault(static status => status is not null);

    /// <summary>Whether there was no connection at all.</summary>
    internal static bool IsUnreachable(Exception exception) => Chain(exception).Any(static e => e is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    });

    private static BatchFailure OfStatus(int status, ProviderReply? reply, Func<bool> isQuota)
    {
        var kind = status switch
        {
            401 => BatchFailureKind.Authentication,
            402 => BatchFailureKind.Quota,
            429 when isQuota() => BatchFailureKind.Quota,
            429 or 529 => BatchFailureKind.RateLimited,
            503 => BatchFailureKind.Capacity,
            408 or 409 or 500 or 502 or 504 => BatchFailureKind.Transient,
            >= 400 and < 500 => BatchFailureKind.BadRequest,
            _ => BatchFailureKind.Unknown,
        };
        var wait = reply?.Status == status ? reply.RetryAfter : null;
        return (reply?.Status == status ? reply.ShouldRetry : null) switch
        {
            false when kind is BatchFailureKind.Transient or BatchFailureKind.Capacity or BatchFailureKind.RateLimited => new(BatchFailureKind.BadRequest),
            true when kind is BatchFailureKind.BadRequest or BatchFailureKind.Unknown => new(BatchFailureKind.Transient, wait),
            _ => new(kind, wait),
        };
    }

    private static bool IsQuota(ClientResultException exception)
    {
        try
        {
            using var body = JsonDocument.Parse(exception.GetRawResponse()?.Content ?? BinaryData.Empty);
            return body.RootElement.TryGetProperty("error", out var error) && (Says(error, "code") || Says(error, "type"));
        }
        catch (Exception)
        {
            // No JSON, or not buffered: then it is an ordinary rate limit.
            return false;
        }

        static bool Says(JsonElement error, string name) =>
            error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && QuotaCodes.Contains(value.GetString());
    }
}
