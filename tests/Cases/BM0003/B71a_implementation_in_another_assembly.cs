// B71a An interface without an implementation in the project: the helper's body is in another assembly
// verdict: silent
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Plugins;

public interface ITranslator
{
    Task<string> TranslateAsync(string text, string language, CancellationToken cancellationToken = default);
}

public sealed class TextJob(ITranslator translator)
{
    public async Task<List<string>> RunAsync(IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        var translated = new List<string>();
        foreach (var text in texts)
        {
            translated.Add(await translator.TranslateAsync(text, "en", cancellationToken));
        }

        return translated;
    }
}
