// F04b A continue before the call and another one after it
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'entry', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Translations;

public sealed class Entry(string key, string source)
{
    public string Key { get; } = key;

    public string Source { get; } = source;

    public string? Target { get; set; }

    public bool NeedsReview { get; set; }
}

public class ResourceTranslator
{
    private readonly ChatClient client;
    private readonly string language;

    public ResourceTranslator(ChatClient client, string language)
    {
        this.client = client;
        this.language = language;
    }

    public async Task TranslateAsync(IList<Entry> entries, CancellationToken token)
    {
        foreach (Entry entry in entries)
        {
            if (entry.Target != null)
                continue;

            ChatCompletion answer = await /*BM0001*/client.CompleteChatAsync(
                [new SystemChatMessage($"Translate into {language}."), new UserChatMessage(entry.Source)],
                cancellationToken: token);

            if (answer.FinishReason != ChatFinishReason.Stop)
            {
                entry.NeedsReview = true;
                continue;
            }

            entry.Target = answer.Content[0].Text;
        }
    }
}
//// run
Entry[] entries =
[
    new("ok", "OK"),
    new("cancel", "Cancel") { Target = "Abbrechen" },
    new("save", "Save as"),
    new("quit", "Leave this program at once, and do not ask again whether the work is to be kept"),
    new("open", "Open a file"),
];
try
{
    await new ResourceTranslator(client, "German").TranslateAsync(entries, cancellationToken);
}
finally
{
    foreach (var entry in entries)
    {
        Log($"{entry.Key} {entry.Target ?? "-"} {entry.NeedsReview}");
    }
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Translations;

public sealed class Entry(string key, string source)
{
    public string Key { get; } = key;

    public string Source { get; } = source;

    public string? Target { get; set; }

    public bool NeedsReview { get; set; }
}

public class ResourceTranslator
{
    private readonly ChatClient client;
    private readonly string language;

    public ResourceTranslator(ChatClient client, string language)
    {
        this.client = client;
        this.language = language;
    }

    public async Task TranslateAsync(IList<Entry> entries, CancellationToken token)
    {
        var pending = new List<Entry>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (Entry entry in entries)
        {
            if (entry.Target != null)
                continue;

            pending.Add(entry);
            messagesList.Add([new SystemChatMessage($"Translate into {language}."), new UserChatMessage(entry.Source)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList, cancellationToken: token);
        foreach (var (entry, item) in pending.Zip(batch))
        {
            ChatCompletion answer = item.Response;

            if (answer.FinishReason != ChatFinishReason.Stop)
            {
                entry.NeedsReview = true;
                continue;
            }

            entry.Target = answer.Content[0].Text;
        }
    }
}
