// F08a A for loop over Count that reads one list and writes the same place of an array
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per item, one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Subtitles;

public sealed class SubtitleTranslator(IChatClient chat)
{
    public async Task<string[]> TranslateAsync(IReadOnlyList<string> lines, string language, CancellationToken cancellationToken)
    {
        var translated = new string[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            var response = await /*BM0001*/chat.GetResponseAsync(
                $"Translate into {language}, keep it short: {lines[i]}", cancellationToken: cancellationToken);
            translated[i] = response.Text;
        }

        return translated;
    }
}
//// run
Log(string.Join("|", await new SubtitleTranslator(chat).TranslateAsync(["Who is there?", "Only me.", "Come in, then."], "Danish", cancellationToken)));
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Subtitles;

public sealed class SubtitleTranslator(IChatClient chat)
{
    public async Task<string[]> TranslateAsync(IReadOnlyList<string> lines, string language, CancellationToken cancellationToken)
    {
        var translated = new string[lines.Count];
        var prompts = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            prompts.Add($"Translate into {language}, keep it short: {lines[i]}");
        }

        var batch = await chat.CompleteBatchAsync(prompts, cancellationToken: cancellationToken);
        for (var i = 0; i < lines.Count; i++)
        {
            var response = batch[i].Response;
            translated[i] = response.Text;
        }

        return translated;
    }
}
