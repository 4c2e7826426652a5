// F34a The loop walks a filtered sequence
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'paragraph', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Errata;

public sealed class Paragraph(int number, string text)
{
    public int Number { get; } = number;

    public string Text { get; } = text;

    public bool IsFinal { get; init; }

    public string? Correction { get; set; }
}

public sealed class Corrector(ChatClient client)
{
    public async Task CorrectAsync(IReadOnlyList<Paragraph> paragraphs, CancellationToken cancellationToken)
    {
        foreach (var paragraph in paragraphs.Where(p => !p.IsFinal).OrderByDescending(p => p.Number))
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                [new SystemChatMessage("Correct the grammar."), new UserChatMessage(paragraph.Text)], cancellationToken: cancellationToken);
            paragraph.Correction = completion.Content[0].Text;
        }
    }
}
//// run
Paragraph[] paragraphs = [new(1, "He go home."), new(2, "Fine.") { IsFinal = true }, new(3, "They was late."), new(4, "It rain.")];
try
{
    await new Corrector(client).CorrectAsync(paragraphs, cancellationToken);
}
finally
{
    Log(string.Join("|", paragraphs.Select(paragraph => $"{paragraph.Number} {paragraph.Correction}")));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Errata;

public sealed class Paragraph(int number, string text)
{
    public int Number { get; } = number;

    public string Text { get; } = text;

    public bool IsFinal { get; init; }

    public string? Correction { get; set; }
}

public sealed class Corrector(ChatClient client)
{
    public async Task CorrectAsync(IReadOnlyList<Paragraph> paragraphs, CancellationToken cancellationToken)
    {
        var pending = new List<Paragraph>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var paragraph in paragraphs.Where(p => !p.IsFinal).OrderByDescending(p => p.Number))
        {
            pending.Add(paragraph);
            messagesList.Add([new SystemChatMessage("Correct the grammar."), new UserChatMessage(paragraph.Text)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList, cancellationToken: cancellationToken);
        foreach (var (paragraph, item) in pending.Zip(batch))
        {
            ChatCompletion completion = item.Response;
            paragraph.Correction = completion.Content[0].Text;
        }
    }
}
