namespace SimulatedProvider;

/// <summary>An error as OpenAI writes it: a status and a body of message, type, param and code.</summary>
internal sealed record ProviderError(int Status, string Message, string Type, string? Code = null, string? Param = null)
{
    public static ProviderError NoKey { get; } =
        new(401, "No API key was given. Send it as 'Authorization: Bearer KEY'.", "invalid_request_error", "invalid_api_key");

    public static ProviderError Quota { get; } = new(429, "The quota of this account is used up.", "insufficient_quota", "insufficient_quota");

    public static ProviderError Invalid(string message, string? param = null, string? code = null) => new(400, message, "invalid_request_error", code, param);

    public static ProviderError NotFound(string method, string path) => new(404, $"Nothing answers {method} {path}.", "invalid_request_error", "unknown_url");

    public static ProviderError RateLimited(string unit) => new(429, $"The limit of {unit} a minute is reached.", unit, "rate_limit_exceeded");

    public static ProviderError TooLarge(string unit) =>
        new(429, $"The request asks for more {unit} than a minute's limit can ever grant.", unit, "rate_limit_exceeded");

    public static ProviderError OfStatus(int status) => status switch
    {
        401 => new(401, "The API key is not valid.", "invalid_request_error", "invalid_api_key"),
        403 => new(403, "The API key may not use this model.", "invalid_request_error", "model_not_allowed"),
        404 => new(404, "The model does not exist.", "invalid_request_error", "model_not_found", "model"),
        429 => RateLimited("requests"),
        503 => new(503, "The model is overloaded.", "server_error", "overloaded"),
        529 => new(529, "The model is overloaded.", "overloaded_error"),
        >= 500 => new(status, "The server had an error.", "server_error"),
        _ => new(status, "The request was refused.", "invalid_request_error"),
    };
}
