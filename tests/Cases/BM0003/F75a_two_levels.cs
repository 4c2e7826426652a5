// F75a The helper calls a second helper, which calls the model
// verdict: fixed
// message: 'TranslateAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Translation;

public sealed class Phrasebook(IChatClient chat)
{
    public async Task<Dictionary<string, string>> FillAsync(IEnumerable<string> phrases, string language, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<string, string>();
        foreach (var phrase in phrases)
        {
            entries[phrase] = await /*BM0003*/TranslateAsync(phrase, language, cancellationToken);
        }

        return entries;
    }

    private async Task<string> TranslateAsync(string phrase, string language, CancellationToken cancellationToken)
    {
        var answer = await AskAsync($"Translate into {language}: {phrase}", cancellationToken);
        return answer.Trim('"');
    }

    private async Task<string> AskAsync(string prompt, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync(prompt, cancellationToken: cancellationToken);
        return response.Text;
    }
}
//// run
foreach (var (phrase, translation) in await new Phrasebook(chat).FillAsync(["Good day", "A ticket, please", "Too loud"], "Czech", cancellationToken))
{
    Log(phrase + " = " + translation);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Translation;

public sealed class Phrasebook(IChatClient chat)
{
    public async Task<Dictionary<string, string>> FillAsync(IEnumerable<string> phrases, string language, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<string, string>();
        var pending = phrases.ToList();
        var batch = await Batch.RunAsync(
            pending,
            (phrase, ct) => TranslateAsync(phrase, language, ct),
            cancellationToken: cancellationToken);
        foreach (var (phrase, item) in pending.Zip(batch))
        {
            entries[phrase] = item.Response;
        }

        return entries;
    }

    private async Task<string> TranslateAsync(string phrase, string language, CancellationToken cancellationToken)
    {
        var answer = await AskAsync($"Translate into {language}: {phrase}", cancellationToken);
        return answer.Trim('"');
    }

    private async Task<string> AskAsync(string prompt, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync(prompt, cancellationToken: cancellationToken);
        return response.Text;
    }
}
