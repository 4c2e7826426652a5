// F11a The await stands inside an argument of a constructor, behind another argument
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'year', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Timeline;

public sealed record YearNote(int Year, string Note);

public class TimelineBuilder
{
    private readonly ChatClient _client;

    public TimelineBuilder(ChatClient client)
    {
        _client = client;
    }

    public async Task<IReadOnlyList<YearNote>> BuildAsync(IEnumerable<int> years)
    {
        var notes = new List<YearNote>();
        foreach (var year in years)
        {
            var question = new UserChatMessage($"What happened in {year}?");
            notes.Add(new YearNote(year, (await /*BM0001*/_client.CompleteChatAsync([question])).Value.Content[0].Text));
        }

        return notes;
    }
}
//// run
foreach (var note in await new TimelineBuilder(client).BuildAsync([1969, 1815, 1492]))
{
    Log($"{note.Year}: {note.Note}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Timeline;

public sealed record YearNote(int Year, string Note);

public class TimelineBuilder
{
    private readonly ChatClient _client;

    public TimelineBuilder(ChatClient client)
    {
        _client = client;
    }

    public async Task<IReadOnlyList<YearNote>> BuildAsync(IEnumerable<int> years)
    {
        var notes = new List<YearNote>();
        var pending = new List<int>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var year in years)
        {
            var question = new UserChatMessage($"What happened in {year}?");
            pending.Add(year);
            messagesList.Add([question]);
        }

        var batch = await _client.CompleteBatchAsync(messagesList);
        foreach (var (year, item) in pending.Zip(batch))
        {
            notes.Add(new YearNote(year, item.Response.Value.Content[0].Text));
        }

        return notes;
    }
}
