// F50 Prompts straight from the caller, in a method that is one expression
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Slogans;

public static class SloganWriter
{
    public static async Task<ChatResponse[]> WriteAsync(IChatClient chat, IEnumerable<string> prompts) =>
        await Task.WhenAll(prompts.Select(prompt => /*BM0002*/chat.GetResponseAsync(prompt)));
}
//// run
foreach (var response in await SloganWriter.WriteAsync(chat, ["A slogan for tea", "A slogan for wool", "A slogan for rope"]))
{
    Log(response.Text);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Slogans;

public static class SloganWriter
{
    public static async Task<ChatResponse[]> WriteAsync(IChatClient chat, IEnumerable<string> prompts) =>
        (await chat.CompleteBatchAsync(prompts)).GetResponses();
}
