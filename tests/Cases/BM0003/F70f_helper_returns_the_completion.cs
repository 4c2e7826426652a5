// F70f The helper returns the ChatCompletion, the loop looks at its finish reason
// verdict: fixed
// message: 'AskAsync' is called for one item at a time; 'AskBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Legal;

public sealed class Paragraph(string text)
{
    public string Text { get; } = text;

    public string? PlainWords { get; set; }

    public bool IsIncomplete { get; set; }
}

public sealed class PlainLanguage(ChatClient client, ChatCompletionOptions options)
{
    public async Task ExplainAsync(IList<Paragraph> paragraphs, CancellationToken cancellationToken)
    {
        foreach (var paragraph in paragraphs)
        {
            var completion = await /*BM0003*/AskAsync(paragraph.Text, cancellationToken);
            if (completion.FinishReason == ChatFinishReason.Length)
            {
                paragraph.IsIncomplete = true;
                continue;
            }

            paragraph.PlainWords = completion.Content[0].Text;
        }
    }

    private async Task<ChatCompletion> AskAsync(string text, CancellationToken cancellationToken)
    {
        List<ChatMessage> messages = [new SystemChatMessage("Say it in plain words."), new UserChatMessage(text)];
        return await client.CompleteChatAsync(messages, options, cancellationToken);
    }
}
//// run
Paragraph[] paragraphs =
[
    new("The lessee shall indemnify."), new("Force majeure excepted."), new("Time is of the essence."), new("Severability."), new("Notices in writing."),
];
try
{
    await new PlainLanguage(client, new ChatCompletionOptions()).ExplainAsync(paragraphs, cancellationToken);
}
finally
{
    foreach (var paragraph in paragraphs)
    {
        Log($"{paragraph.IsIncomplete} {paragraph.PlainWords ?? "-"}");
    }
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Legal;

public sealed class Paragraph(string text)
{
    public string Text { get; } = text;

    public string? PlainWords { get; set; }

    public bool IsIncomplete { get; set; }
}

public sealed class PlainLanguage(ChatClient client, ChatCompletionOptions options)
{
    public async Task ExplainAsync(IList<Paragraph> paragraphs, CancellationToken cancellationToken)
    {
        var batch = await AskBatchAsync(paragraphs.Select(paragraph => paragraph.Text), cancellationToken);
        foreach (var (paragraph, item) in paragraphs.Zip(batch))
        {
            var completion = item.Response;
            if (completion.FinishReason == ChatFinishReason.Length)
            {
                paragraph.IsIncomplete = true;
                continue;
            }

            paragraph.PlainWords = completion.Content[0].Text;
        }
    }

    private async Task<BatchResult<ChatCompletion>> AskBatchAsync(IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        var batch = await client.CompleteBatchAsync(
            texts,
            text => [new SystemChatMessage("Say it in plain words."), new UserChatMessage(text)],
            options,
            cancellationToken: cancellationToken);
        return batch.Map<ChatCompletion>(result => result);
    }
}
