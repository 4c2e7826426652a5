// F130f All choices of the kernel's service for a prompt
// verdict: fixed
// message: This loop makes one 'GetChatMessageContentsAsync' round trip per 'product', one after another; 'Batch.RunAsync' sends them together
// uses: Microsoft.SemanticKernel
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Slogans;

public static class Campaign
{
    public static async Task<Dictionary<string, int>> InventAsync(IChatCompletionService chat, IReadOnlyList<string> products, CancellationToken cancellationToken)
    {
        var choices = new Dictionary<string, int>();
        foreach (var product in products)
        {
            var slogans = await /*BM0001*/chat.GetChatMessageContentsAsync($"A slogan for {product}", cancellationToken: cancellationToken);
            choices[product] = slogans.Count;
        }

        return choices;
    }
}
//// run
Log(await Campaign.InventAsync(new ScriptedChatService(Ask), ["tea", "soap", "rope"], cancellationToken));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Slogans;

public static class Campaign
{
    public static async Task<Dictionary<string, int>> InventAsync(IChatCompletionService chat, IReadOnlyList<string> products, CancellationToken cancellationToken)
    {
        var choices = new Dictionary<string, int>();
        var batch = await Batch.RunAsync(
            products,
            (product, ct) => chat.GetChatMessageContentsAsync($"A slogan for {product}", cancellationToken: ct),
            cancellationToken: cancellationToken);
        foreach (var (product, item) in products.Zip(batch))
        {
            var slogans = item.Response;
            choices[product] = slogans.Count;
        }

        return choices;
    }
}
