// F76a The helper is fanned out by Task.WhenAll over Select, the results are an array
// verdict: fixed
// message: 'TranslateOneAsync' is called for one item at a time; 'TranslateOneBatchAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Localisation;

public sealed class StringTable(IChatClient chat)
{
    public async Task<string[]> TranslateAsync(IReadOnlyList<string> texts, string language, CancellationToken cancellationToken)
    {
        var translations = await Task.WhenAll(texts.Select(text => /*BM0003*/TranslateOneAsync(text, language, cancellationToken)));
        return translations;
    }

    private async Task<string> TranslateOneAsync(string text, string language, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync($"'{text}' in {language}", cancellationToken: cancellationToken);
        return response.Text;
    }
}
//// run
foreach (var translation in await new StringTable(chat).TranslateAsync(["Open", "Close", "Print", "Help"], "Basque", cancellationToken))
{
    Log(translation);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Localisation;

public sealed class StringTable(IChatClient chat)
{
    public async Task<string[]> TranslateAsync(IReadOnlyList<string> texts, string language, CancellationToken cancellationToken)
    {
        var translations = (await TranslateOneBatchAsync(texts, language, cancellationToken)).GetResponses();
        return translations;
    }

    private async Task<BatchResult<string>> TranslateOneBatchAsync(
        IEnumerable<string> texts, string language, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(texts, text => $"'{text}' in {language}", cancellationToken: cancellationToken);
        return batch.Map(response => response.Text);
    }
}
