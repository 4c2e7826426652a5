// B02 The previous heading is kept in a local after the call and stands in the next prompt
// verdict: blocked
// blocker: 'previous' is changed
// message: The calls of 'CompleteChatAsync' could be one batch, but 'previous' is changed on line 21 after the call and needed on line 19 before the next one
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Reports;

public sealed record Slide(string Heading, string Bullets);

public static class SpeakerNotes
{
    public static async Task<List<string>> WriteAsync(ChatClient client, IEnumerable<Slide> slides)
    {
        var notes = new List<string>();
        var previous = "the title page";
        foreach (var slide in slides)
        {
            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync(
                new SystemChatMessage("Write speaker notes."),
                new UserChatMessage($"After '{/*why*/previous}' comes '{slide.Heading}': {slide.Bullets}"));
            notes.Add(completion.Content[0].Text);
            /*why*/previous = slide.Heading;
        }

        return notes;
    }
}
