namespace BatchMigrate;

/// <summary>How many tokens a request is expected to take.</summary>
/// <param name="InputTokens">Tokens of the prompt.</param>
/// <param name="OutputTokens">Tokens of the answer.</param>
public readonly record struct TokenEstimate(long InputTokens, long OutputTokens);

/// <summary>What an estimate is made from.</summary>
/// <param name="model">The model's name, or null where it is not known.</param>
/// <param name="texts">The texts of the messages.</param>
/// <param name="maxOutputTokens">The most tokens that the request allows the answer, or null.</param>
public sealed class TokenRequest(string? model, IReadOnlyList<string> texts, int? maxOutputTokens)
{
    /// <summary>The model's name, or null where it is not known.</summary>
    public string? Model { get; } = model;

    /// <summary>The texts of the messages.</summary>
    public IReadOnlyList<string> Texts { get; } = texts;

    /// <summary>The most tokens that the request allows the answer, or null.</summary>
    public int? MaxOutputTokens { get; } = maxOutputTokens;

    /// <summary>How many answers the reply is to hold, one behind the other: the items of a pack. Default 1.</summary>
    public int Answers { get; init; } = 1;
}

/// <summary>Guesses the tokens of a request before it is sent. Called concurrently.</summary>
public interface ITokenEstimator
{
    /// <summary>Guesses.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The tokens that it is expected to take.</returns>
    TokenEstimate Estimate(TokenRequest request);

    /// <summary>Hears what a request really took.</summary>
    /// <param name="request">The request.</param>
    /// <param name="usage">The tokens that the provider counted.</param>
    void Learn(TokenRequest request, BatchUsage usage);
}
