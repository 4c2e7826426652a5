// F71a A static helper: client and language stay, the text varies
// verdict: fixed
// message: 'TranslateLineAsync' is called for one item at a time; 'TranslateLineBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Subtitles;

internal static class SubtitleTranslator
{
    internal static async Task TranslateAsync(
        IChatClient chat, IReadOnlyList<string> lines, string language, IList<string> target, CancellationToken cancellationToken)
    {
        foreach (var line in lines)
        {
            target.Add(await /*BM0003*/TranslateLineAsync(chat, line, language, cancellationToken));
        }
    }

    private static async Task<string> TranslateLineAsync(IChatClient chat, string line, string language, CancellationToken cancellationToken)
    {
        var instruction = $"Translate into {language}. Keep it short enough to be read in two seconds.";
        var response = await chat.GetResponseAsync(
            [new ChatMessage(ChatRole.System, instruction), new ChatMessage(ChatRole.User, line)],
            cancellationToken: cancellationToken);
        return response.Text;
    }
}
//// run
var target = new List<string>();
try
{
    await SubtitleTranslator.TranslateAsync(chat, ["Where are you?", "Behind the mill.", "Wait!", "I cannot."], "Dutch", target, cancellationToken);
}
finally
{
    Log(string.Join("|", target));
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Subtitles;

internal static class SubtitleTranslator
{
    internal static async Task TranslateAsync(
        IChatClient chat, IReadOnlyList<string> lines, string language, IList<string> target, CancellationToken cancellationToken)
    {
        var batch = await TranslateLineBatchAsync(chat, lines, language, cancellationToken);
        foreach (var item in batch)
        {
            target.Add(item.Response);
        }
    }

    private static async Task<BatchResult<string>> TranslateLineBatchAsync(
        IChatClient chat, IEnumerable<string> lines, string language, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(lines, line =>
        {
            var instruction = $"Translate into {language}. Keep it short enough to be read in two seconds.";
            return [new ChatMessage(ChatRole.System, instruction), new ChatMessage(ChatRole.User, line)];
        }, cancellationToken: cancellationToken);
        return batch.Map(response => response.Text);
    }
}
