// F90b Two prompts through the common abstraction
// verdict: fixed
// message: These 2 'GetResponseAsync' round trips do not need each other's answers; 'CompleteBatchAsync' sends them together
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Recipes;

public static class RecipeCard
{
    public static async Task<string> WriteAsync(IChatClient chat, string dish)
    {
        var wine = await /*BM0004*/chat.GetResponseAsync($"Which wine goes with {dish}?").ConfigureAwait(false);
        var side = await chat.GetResponseAsync($"Which side dish goes with {dish}?").ConfigureAwait(false);
        return $"{dish} with {side.Text}, and {wine.Text}";
    }
}
//// run
Log(await RecipeCard.WriteAsync(chat, "trout"));
Log(await RecipeCard.WriteAsync(chat, "risotto"));
//// fixed
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Recipes;

public static class RecipeCard
{
    public static async Task<string> WriteAsync(IChatClient chat, string dish)
    {
        var batch = await chat.CompleteBatchAsync([$"Which wine goes with {dish}?", $"Which side dish goes with {dish}?"]).ConfigureAwait(false);
        var wine = batch[0].Response;
        var side = batch[1].Response;
        return $"{dish} with {side.Text}, and {wine.Text}";
    }
}
