// A15 A dictionary is counted after the call and read for the next prompt
// verdict: blocked
// blocker: 'tally' is changed
// message: The calls of 'CompleteChatAsync' could be one batch, but 'tally' is changed on line 20 after the call and needed on line 17 before the next one
// why: the number in the prompt is how many of the same kind have been handled before
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed record Photo(string Kind, string Tags);

public sealed class Album(ChatClient client)
{
    public async Task<List<string>> TitleAsync(IEnumerable<Photo> photos)
    {
        var tally = new Dictionary<string, int>();
        var titles = new List<string>();
        foreach (var photo in photos)
        {
            var number = /*why*/tally.GetValueOrDefault(photo.Kind) + 1;
            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync($"Title for {photo.Kind} number {number}: {photo.Tags}");
            titles.Add(completion.Content[0].Text);
            /*why*/tally[photo.Kind] = number;
        }

        return titles;
    }
}
