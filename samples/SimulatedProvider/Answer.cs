namespace SimulatedProvider;

/// <summary>An answer: a function of the request and nothing else.</summary>
internal sealed record Answer(string Text, string FinishReason, int InputTokens, int OutputTokens)
{
    private const int CharactersPerToken = 4;
    private const int TokensPerMessage = 4;

    public static Answer To(ChatRequest request, ContentHash content, IReadOnlyList<SimulationMarker> markers, int words)
    {
        words = markers.FirstOrDefault(m => m.Name == "words")?.Number ?? words;
        var repeated = string.Join(' ', request.LastUserText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(words));
        var text = $"Answer {content.Text[..8]}: {repeated}";
        var finishReason = "stop";
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

    /// <summary>An estimate of four characters a token and a little for each message; real tokenizers differ, the limits do not care.</summary>
    public static int InputTokensOf(ChatRequest request) => request.Messages.Sum(m => TokensPerMessage + TokensOf(m.Text));

    private static int TokensOf(string text) => (text.Length + CharactersPerToken - 1) / CharactersPerToken;

    // Half a surrogate pair is no text that JSON can carry.
    private static string Cut(string text, int length) => length > 0 && char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
}
