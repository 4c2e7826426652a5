// F79c The helper extends string; the loop walks a query and calls it as a static method
// verdict: fixed
// message: 'AsHaikuAsync' is called for one item at a time; 'AsHaikuBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Poetry;

public static class VerseExtensions
{
    public static async ValueTask<string?> AsHaikuAsync(this string theme, IChatClient chat)
    {
        var response = await chat.GetResponseAsync("A haiku: " + theme);
        return response.Text.Length == 0 ? null : response.Text;
    }
}

public static class Anthology
{
    public static async Task<List<string>> CollectAsync(IChatClient chat, IEnumerable<string> themes)
    {
        var poems = new List<string>();
        foreach (var theme in themes.Where(theme => theme.Length > 2).OrderBy(theme => theme, StringComparer.Ordinal))
        {
            if (await /*BM0003*/VerseExtensions.AsHaikuAsync(theme, chat) is { } haiku)
            {
                poems.Add(haiku);
            }
        }

        return poems;
    }
}
//// run
Log(string.Join("|", await Anthology.CollectAsync(chat, ["rain", "ox", "ash", "owl", "moss", "ink"])));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Poetry;

public static class VerseExtensions
{
    public static async ValueTask<string?> AsHaikuAsync(this string theme, IChatClient chat) =>
        (await AsHaikuBatchAsync([theme], chat))[0].Response;

    /// <summary>Does what <c>AsHaikuAsync</c> does, for many themes in one batch: an outcome for each, in their order.</summary>
    public static async Task<BatchResult<string?>> AsHaikuBatchAsync(
        this IEnumerable<string> themes, IChatClient chat, CancellationToken cancellationToken = default)
    {
        var batch = await chat.CompleteBatchAsync(themes, theme => "A haiku: " + theme, cancellationToken: cancellationToken);
        return batch.Map<string?>(response => response.Text.Length == 0 ? null : response.Text);
    }
}

public static class Anthology
{
    public static async Task<List<string>> CollectAsync(IChatClient chat, IEnumerable<string> themes)
    {
        var poems = new List<string>();
        var batch = await VerseExtensions.AsHaikuBatchAsync(themes.Where(theme => theme.Length > 2).OrderBy(theme => theme, StringComparer.Ordinal), chat);
        foreach (var item in batch)
        {
            if (item.Response is { } haiku)
            {
                poems.Add(haiku);
            }
        }

        return poems;
    }
}
