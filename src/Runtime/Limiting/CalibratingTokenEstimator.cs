using System.Collections.Concurrent;
using System.Text;

namespace BatchMigrate;

/// <summary>
/// Guesses tokens from the length of the texts: at first four bytes of UTF-8 a token, which is four characters of English and one or two of Chinese, and a few tokens a message, then, for each model, by what its replies have reported.
/// An answer is expected to be as long as those before it, several to be so many times as long, and never longer than the request allows.
/// </summary>
public sealed class CalibratingTokenEstimator : ITokenEstimator
{
    private const double TokensPerByte = 0.25;
    private const int TokensPerMessage = 4;
    private const double FirstOutput = 256;
    // A reply moves the averages by this share: some ten of them outweigh the first guess.
    private const double Weight = 0.2;

    private readonly ConcurrentDictionary<string, Averages> _models = new();

    /// <summary>The one that batches use where none is given: what one batch has learned serves the next.</summary>
    public static CalibratingTokenEstimator Shared { get; } = new();

    /// <inheritdoc/>
    public TokenEstimate Estimate(TokenRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var averages = Of(request.Model);
        lock (averages)
        {
            var input = Math.Ceiling(FirstGuess(request) * averages.InputFactor);
            var output = Math.Ceiling(averages.Output * request.Answers);
            return new TokenEstimate((long)input, request.MaxOutputTokens is { } most ? Math.Min(most, (long)output) : (long)output);
        }
    }

    /// <inheritdoc/>
    public void Learn(TokenRequest request, BatchUsage usage)
    {
        ArgumentNullException.ThrowIfNull(request);
        var averages = Of(request.Model);
        lock (averages)
        {
            if (usage.InputTokens > 0)
            {
                averages.InputFactor += Weight * ((usage.InputTokens / FirstGuess(request)) - averages.InputFactor);
            }

            if (usage.OutputTokens > 0)
            {
                averages.Output += Weight * (((double)usage.OutputTokens / request.Answers) - averages.Output);
            }
        }
    }

    private Averages Of(string? model) => _models.GetOrAdd(model ?? string.Empty, static _ => new Averages());

    private static double FirstGuess(TokenRequest request)
    {
        var guess = 1.0;
        foreach (var text in request.Texts)
        {
            guess += (Encoding.UTF8.GetByteCount(text) * TokensPerByte) + TokensPerMessage;
        }

        return guess;
    }

    private sealed class Averages
    {
        internal double InputFactor { get; set; } = 1;

        internal double Output { get; set; } = FirstOutput;
    }
}
