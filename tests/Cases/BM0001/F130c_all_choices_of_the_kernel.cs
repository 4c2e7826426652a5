// F130c All choices of an answer, by the method of the interface
// verdict: fixed
// message: This loop makes one 'GetChatMessageContentsAsync' round trip per 'product', one after another; 'Batch.RunAsync' sends them together
// uses: Microsoft.SemanticKernel
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Slogans;

public sealed class Writer(IChatCompletionService service)
{
    public async Task<Dictionary<string, string>> WriteAsync(string[] products)
    {
        var slogans = new Dictionary<string, string>();
        foreach (var product in products)
        {
            if (product.Length == 0)
            {
                continue;
            }

            ChatHistory history = [new(AuthorRole.User, $"A slogan for {product}")];
            var choices = await /*BM0001*/service.GetChatMessageContentsAsync(history);
            slogans[product] = choices.Select(choice => choice.Content).First() ?? product;
        }

        return slogans;
    }
}
//// run
foreach (var (product, slogan) in await new Writer(new ScriptedChatService(Ask)).WriteAsync(["soap", "", "lamp", "rope"]))
{
    Log($"{product}: {slogan}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Slogans;

public sealed class Writer(IChatCompletionService service)
{
    public async Task<Dictionary<string, string>> WriteAsync(string[] products)
    {
        var slogans = new Dictionary<string, string>();
        var pending = new List<string>();
        var chatHistories = new List<ChatHistory>();
        foreach (var product in products)
        {
            if (product.Length == 0)
            {
                continue;
            }

            ChatHistory history = [new(AuthorRole.User, $"A slogan for {product}")];
            pending.Add(product);
            chatHistories.Add(history);
        }

        var batch = await Batch.RunAsync(
            chatHistories,
            (chatHistory, ct) => service.GetChatMessageContentsAsync(chatHistory, cancellationToken: ct));
        foreach (var (product, item) in pending.Zip(batch))
        {
            var choices = item.Response;
            slogans[product] = choices.Select(choice => choice.Content).First() ?? product;
        }

        return slogans;
    }
}
