// A50 The first answer is kept and sent with all later requests
// verdict: silent
// why: '??=' keeps the first answer, and the later prompts hold it
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class SeriesWriter(IChatClient chat)
{
    private string? _example;

    public async Task<List<string>> WriteAsync(IReadOnlyList<string> products)
    {
        var texts = new List<string>(products.Count);
        foreach (var product in products)
        {
            var prompt = _example is { Length: > 0 } example ? $"In the style of '{example}': {product}" : $"Describe {product}";
            var response = await chat.GetResponseAsync(prompt);
            _example ??= response.Text;
            texts.Add(response.Text);
        }

        return texts;
    }
}
