namespace SimulatedProvider;

/// <summary>An answer: a function of the request and nothing else.</summary>
internal sealed record Answer(string Text, string FinishReason, int InputTokens, int OutputTokens)
{
    private const int CharactersPerToken = 4;
    private const int TokensPerMessage = 4;

    public static Answer To(ChatRequest request, ContentHash content, IReadOnlyList<SimulationMarker> markers, int words)
    {
        words = markers.FirstOrDefault(m => m.Name == "words")?.Number ?? words;
        var (text, isCut) = PackedAnswer.To(request, words) ?? (About(request.LastUserText, content.Text, words), false);
        var finishReason = isCut ? "length" : "stop";
        if (markers.Any(m => m.Name == "filter"))
        {
            (text, finishReason) = ("", "content_filter");
        }
        else if (request.MaxTokens is { } most && TokensOf(text) > most)
        {
            (text, finishReason) = (Cut(text, most * CharactersPerToken), "length");
        }

        return new Answer(text, finishReason, InputTokensOf(request), TokensOf(text));
    }

    /// <summary>What is said of a text: that it was read, and how it begins.</summary>
    public static string About(string text, string hash, int words) => $"Answer {hash[..8]}: {string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(words))}";

    /// <summary>An estimate of four characters a token and a little for each message; real tokenizers differ, the limits do not care.</summary>
    public static int InputTokensOf(ChatRequest request) => request.Messages.Sum(m => TokensPerMessage + TokensOf(m.Text));

    private static int TokensOf(string text) => (text.Length + CharactersPerToken - 1) / CharactersPerToken;

    // Half a surrogate pair is no text that JSON can carry.
    private static string Cut(string text, int length) => length > 0 && char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
}
