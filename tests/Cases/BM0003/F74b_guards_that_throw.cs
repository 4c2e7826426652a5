// F74b The public helper checks its arguments, and returns short texts as they are
// verdict: fixed
// message: 'AbstractAsync' is called for one item at a time; 'AbstractBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Encyclopedia;

public sealed class Entry(string text)
{
    public string Text { get; } = text;

    public string? Abstract { get; set; }
}

public sealed class Abstracts(ChatClient client)
{
    private const int ShortEnough = 12;

    public async Task FillAsync(IEnumerable<Entry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            try
            {
                entry.Abstract = await /*BM0003*/AbstractAsync(entry.Text, cancellationToken);
            }
            catch (ArgumentException)
            {
                entry.Abstract = "(empty)";
            }
        }
    }

    public async Task<string> AbstractAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (text.Length <= ShortEnough)
            return text;

        ChatCompletion completion = await client.CompleteChatAsync(
            [new SystemChatMessage("Write an abstract."), new UserChatMessage(text)], cancellationToken: cancellationToken);
        return completion.Content[0].Text;
    }
}
//// run
Entry[] entries = [new("Moss grows on stones."), new("Fern."), new(""), new("Lichens are two beings."), new("Algae live in water.")];
try
{
    await new Abstracts(client).FillAsync(entries, cancellationToken);
}
finally
{
    Log(string.Join("|", entries.Select(entry => entry.Abstract ?? "none")));
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Encyclopedia;

public sealed class Entry(string text)
{
    public string Text { get; } = text;

    public string? Abstract { get; set; }
}

public sealed class Abstracts(ChatClient client)
{
    private const int ShortEnough = 12;

    public async Task FillAsync(IEnumerable<Entry> entries, CancellationToken cancellationToken)
    {
        var pending = entries.ToList();
        var batch = await AbstractBatchAsync(pending.Select(entry => entry.Text), cancellationToken);
        foreach (var (entry, item) in pending.Zip(batch))
        {
            try
            {
                entry.Abstract = item.Response;
            }
            catch (ArgumentException)
            {
                entry.Abstract = "(empty)";
            }
        }
    }

    public async Task<string> AbstractAsync(string text, CancellationToken cancellationToken = default) =>
        (await AbstractBatchAsync([text], cancellationToken))[0].Response;

    /// <summary>Does what <c>AbstractAsync</c> does, for many texts in one batch: an outcome for each, in their order.</summary>
    public async Task<BatchResult<string>> AbstractBatchAsync(IEnumerable<string> texts, CancellationToken cancellationToken = default)
    {
        var pending = texts.ToList();
        var batch = await client.CompleteBatchAsync(pending, text =>
        {
            ArgumentException.ThrowIfNullOrEmpty(text);
            if (text.Length <= ShortEnough)
                return null;

            return [new SystemChatMessage("Write an abstract."), new UserChatMessage(text)];
        }, cancellationToken: cancellationToken);
        return batch.Map(pending, (text, item) =>
        {
            if (item.Skipped)
                return text;

            ChatCompletion completion = item.Response;
            return completion.Content[0].Text;
        });
    }
}
