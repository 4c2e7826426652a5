// F25a The second call needs the first one's answer: two stages, the first is found first
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'manuscript', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Publishing;

public sealed class Manuscript(string title, string text)
{
    public string Title { get; } = title;

    public string Text { get; } = text;

    public string? Teaser { get; set; }
}

public sealed class TeaserWriter(ChatClient client)
{
    public async Task WriteAsync(IReadOnlyList<Manuscript> manuscripts, CancellationToken cancellationToken)
    {
        foreach (var manuscript in manuscripts)
        {
            ChatCompletion summary = await /*BM0001*/client.CompleteChatAsync(
                [new SystemChatMessage("Summarise."), new UserChatMessage(manuscript.Text)], cancellationToken: cancellationToken);

            ChatCompletion teaser = await client.CompleteChatAsync(
                [new SystemChatMessage("Make a teaser of this summary."), new UserChatMessage(summary.Content[0].Text)], cancellationToken: cancellationToken);

            manuscript.Teaser = teaser.Content[0].Text;
        }
    }
}
//// run
Manuscript[] manuscripts = [new("Ice", "A ship is stuck."), new("Sand", "A well runs dry."), new("Salt", "A mine is sold.")];
await new TeaserWriter(client).WriteAsync(manuscripts, cancellationToken);
Log(string.Join("|", manuscripts.Select(manuscript => manuscript.Title + ": " + manuscript.Teaser)));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Publishing;

public sealed class Manuscript(string title, string text)
{
    public string Title { get; } = title;

    public string Text { get; } = text;

    public string? Teaser { get; set; }
}

public sealed class TeaserWriter(ChatClient client)
{
    public async Task WriteAsync(IReadOnlyList<Manuscript> manuscripts, CancellationToken cancellationToken)
    {
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var manuscript in manuscripts)
        {
            messagesList.Add([new SystemChatMessage("Summarise."), new UserChatMessage(manuscript.Text)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList, cancellationToken: cancellationToken);
        var pending = new List<Manuscript>();
        var messagesList2 = new List<IEnumerable<ChatMessage>>();
        foreach (var (manuscript, item) in manuscripts.Zip(batch))
        {
            ChatCompletion summary = item.Response;

            pending.Add(manuscript);
            messagesList2.Add([new SystemChatMessage("Make a teaser of this summary."), new UserChatMessage(summary.Content[0].Text)]);
        }

        var batch2 = await client.CompleteBatchAsync(messagesList2, cancellationToken: cancellationToken);
        foreach (var (manuscript, item2) in pending.Zip(batch2))
        {
            ChatCompletion teaser = item2.Response;

            manuscript.Teaser = teaser.Content[0].Text;
        }
    }
}
