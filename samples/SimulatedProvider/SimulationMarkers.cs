using System.Globalization;
using System.Text.RegularExpressions;

namespace SimulatedProvider;

/// <summary>
/// Orders to the provider, written into the text of any message or input of a request:
/// <list type="bullet">
/// <item><c>[simulate:500]</c>: answer with that status, 400 to 599</item>
/// <item><c>[simulate:quota]</c>: answer with 429 <c>insufficient_quota</c></item>
/// <item><c>[simulate:drop]</c>: close the connection without an answer; <c>[simulate:cut]</c>: in the middle of the answer</item>
/// <item><c>[simulate:timeout]</c>: do not answer until the client leaves</item>
/// <item><c>[simulate:filter]</c>: answer with the finish reason <c>content_filter</c></item>
/// <item><c>[simulate:words=120]</c>: repeat that many words; <c>[simulate:latency=2s]</c>: take that long</item>
/// <item><c>[simulate:slow=2s]</c>: send the first half of the answer, and the second half so much later</item>
/// <item>of embeddings: <c>[simulate:missing]</c>: give one too few; <c>[simulate:extra]</c>: one too many; <c>[simulate:shuffled]</c>: in another order, each with its
/// index; <c>[simulate:noindex]</c>: all with the index 0</item>
/// <item>of an item that is one of several in a request for numbered answers: <c>[simulate:missing]</c>: leave it out, also where it is alone; <c>[simulate:twice]</c>: answer it twice and
/// differently; <c>[simulate:extra]</c>: answer a number too many; <c>[simulate:shuffled]</c>: answer in another order; <c>[simulate:prose]</c>: with a story around it;
/// <c>[simulate:truncated]</c>: cut the answer in its middle, with the finish reason <c>length</c></item>
/// </list>
/// A fault with <c>*2</c> at its end, as in <c>[simulate:500*2]</c>, strikes only the first two requests with the same messages.
/// Unknown orders are ignored.
/// </summary>
public static partial class SimulationMarkers
{
    internal static IReadOnlyList<SimulationMarker> In(ChatRequest request) =>
    [
        .. from message in request.Messages
           from match in Pattern().Matches(message.Text)
           select new SimulationMarker(
               match.Groups["name"].Value,
               match.Groups["value"].Value,
               match.Groups["times"] is { Success: true } times ? int.Parse(times.Value, CultureInfo.InvariantCulture) : int.MaxValue),
    ];

    [GeneratedRegex(@"\[simulate:(?<name>[a-z0-9]{1,20})(=(?<value>[0-9a-z.]{1,20}))?(\*(?<times>[0-9]{1,9}))?\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}

/// <summary>One order: its name, its value or an empty text, and how many requests it holds for.</summary>
internal sealed record SimulationMarker(string Name, string Value, int Times)
{
    public int? Number => int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
