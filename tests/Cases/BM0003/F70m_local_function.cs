// F70m The helper is a local function that captures the client and a parameter
// verdict: fixed
// message: 'TranslateOneAsync' is called for one item at a time; 'TranslateOneBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Menus;

public static class MenuTranslator
{
    public static async Task<IList<string>> TranslateAsync(IChatClient chat, IEnumerable<string> dishes, string language, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var dish in dishes)
        {
            lines.Add(dish + " / " + await /*BM0003*/TranslateOneAsync(dish));
        }

        return lines;

        async Task<string> TranslateOneAsync(string dish)
        {
            var response = await chat.GetResponseAsync($"The dish '{dish}' in {language}.", cancellationToken: cancellationToken);
            return response.Text;
        }
    }
}
//// run
foreach (var line in await MenuTranslator.TranslateAsync(chat, ["leek soup", "fried perch", "plum cake"], "Finnish", cancellationToken))
{
    Log(line);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Menus;

public static class MenuTranslator
{
    public static async Task<IList<string>> TranslateAsync(IChatClient chat, IEnumerable<string> dishes, string language, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var pending = dishes.ToList();
        var batch = await TranslateOneBatchAsync(pending);
        foreach (var (dish, item) in pending.Zip(batch))
        {
            lines.Add(dish + " / " + item.Response);
        }

        return lines;

        async Task<BatchResult<string>> TranslateOneBatchAsync(IEnumerable<string> dishes)
        {
            var batch = await chat.CompleteBatchAsync(dishes, dish => $"The dish '{dish}' in {language}.", cancellationToken: cancellationToken);
            return batch.Map(response => response.Text);
        }
    }
}
