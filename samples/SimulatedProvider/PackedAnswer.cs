using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SimulatedProvider;

/// <summary>
/// The answer to a request for several items: where a message has items between <c>&lt;item number="1"&gt;</c> and <c>&lt;/item&gt;</c>, and another one asks for
/// <c>{"answers":[{"number":1,…</c>. What is said of an item depends on its own text only, not on the request that it is part of.
/// </summary>
internal static partial class PackedAnswer
{
    private const string Form = "{\"answers\":[{\"number\":";

    /// <summary>The text of the answer and whether it was cut; null where the request is no such one.</summary>
    public static (string Text, bool IsCut)? To(ChatRequest request, int words)
    {
        if (!request.Messages.Any(message => message.Text.Contains(Form, StringComparison.Ordinal)))
        {
            return null;
        }

        var items = (from message in request.Messages
                     from match in Item().Matches(message.Text)
                     select (Number: match.Groups["number"].Value, Text: match.Groups["text"].Value)).ToList();
        if (items.Count == 0)
        {
            return null;
        }

        bool Has(string order) => items.Exists(item => item.Text.Contains($"[simulate:{order}]", StringComparison.Ordinal));
        var isShared = items.Count > 1;
        var entries = items.Where(item => !item.Text.Contains("[simulate:missing]", StringComparison.Ordinal)).Select(item => Entry(item.Number, Answer.About(item.Text, HashOf(item.Text), words))).ToList();
        if (isShared && Has("twice"))
        {
            entries.AddRange(items.Where(item => item.Text.Contains("[simulate:twice]", StringComparison.Ordinal)).Select(item => Entry(item.Number, "Something else")));
        }

        if (isShared && Has("extra"))
        {
            entries.Add(Entry((items.Count + 1).ToString(CultureInfo.InvariantCulture), "One too many"));
        }

        if (Has("shuffled"))
        {
            entries.Reverse();
        }

        var text = $"{{\"answers\":[{string.Join(',', entries)}]}}";
        text = Has("prose") ? $"Here is [what] you {{asked}} for:\n```json\n{text}\n```\nAnything else?" : text;
        return isShared && Has("truncated") ? (text[..(text.Length / 2)], true) : (text, false);
    }

    private static string HashOf(string text) => ContentHash.Of(new ChatRequest("", [new ChatRequestMessage("item", text)], null, false, false)).Text;

    private static string Entry(string number, string answer) => $"{{\"number\":{number},\"answer\":{Encoding.UTF8.GetString(ChatResponseWriter.Text(answer).Span)}}}";

    [GeneratedRegex("""<(?<name>item(-[0-9]+)?) number="(?<number>[0-9]{1,6})">\n(?<text>.*?)\n</\k<name>>""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Item();
}
