// F70o A documented public helper between other members, comments inside it
// verdict: fixed
// message: 'HintAsync' is called for one item at a time; 'HintBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Recipes;

/// <summary>Works on recipes.</summary>
public sealed class RecipeAssistant
{
    private readonly IChatClient _chat;

    /// <summary>Makes an assistant.</summary>
    /// <param name="chat">The client to ask.</param>
    public RecipeAssistant(IChatClient chat) => _chat = chat;

    /// <summary>How many hints have to be given at most.</summary>
    public int MostHints { get; init; } = 3;

    /// <summary>Gives a hint for a recipe.</summary>
    /// <param name="recipe">The recipe's text.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One hint, never longer than a line.</returns>
    public async Task<string> HintAsync(string recipe, CancellationToken cancellationToken = default)
    {
        // The first line is the name of the dish.
        var name = recipe.Split('\n')[0];
        var response = await _chat.GetResponseAsync($"A hint for cooking {name}, one of {MostHints}:\n{recipe}", cancellationToken: cancellationToken);

        // Some models cannot be kept from writing more.
        return response.Text.Split('\n')[0];
    }

    /// <summary>Gives hints for a whole book.</summary>
    /// <param name="recipes">The recipes.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>One hint for each recipe.</returns>
    public async Task<List<string>> HintsAsync(IEnumerable<string> recipes, CancellationToken cancellationToken = default)
    {
        var hints = new List<string>();
        foreach (var recipe in recipes)
        {
            var hint = await /*BM0003*/HintAsync(recipe, cancellationToken);
            hints.Add(hint);
        }

        return hints;
    }

    /// <summary>The assistant's name.</summary>
    public override string ToString() => "assistant";
}
//// run
foreach (var hint in await new RecipeAssistant(chat).HintsAsync(["Dumplings\nflour, milk", "Stew\nbeef, beer", "Jelly\nquince"], cancellationToken))
{
    Log(hint);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Recipes;

/// <summary>Works on recipes.</summary>
public sealed class RecipeAssistant
{
    private readonly IChatClient _chat;

    /// <summary>Makes an assistant.</summary>
    /// <param name="chat">The client to ask.</param>
    public RecipeAssistant(IChatClient chat) => _chat = chat;

    /// <summary>How many hints have to be given at most.</summary>
    public int MostHints { get; init; } = 3;

    /// <summary>Gives a hint for a recipe.</summary>
    /// <param name="recipe">The recipe's text.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One hint, never longer than a line.</returns>
    public async Task<string> HintAsync(string recipe, CancellationToken cancellationToken = default) =>
        (await HintBatchAsync([recipe], cancellationToken))[0].Response;

    /// <summary>Does what <c>HintAsync</c> does, for many recipes in one batch: an outcome for each, in their order.</summary>
    public async Task<BatchResult<string>> HintBatchAsync(IEnumerable<string> recipes, CancellationToken cancellationToken = default)
    {
        var batch = await _chat.CompleteBatchAsync(recipes, recipe =>
        {
            // The first line is the name of the dish.
            var name = recipe.Split('\n')[0];
            return $"A hint for cooking {name}, one of {MostHints}:\n{recipe}";
        }, cancellationToken: cancellationToken);
        return batch.Map(response =>
        {
            // Some models cannot be kept from writing more.
            return response.Text.Split('\n')[0];
        });
    }

    /// <summary>Gives hints for a whole book.</summary>
    /// <param name="recipes">The recipes.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>One hint for each recipe.</returns>
    public async Task<List<string>> HintsAsync(IEnumerable<string> recipes, CancellationToken cancellationToken = default)
    {
        var hints = new List<string>();
        var batch = await HintBatchAsync(recipes, cancellationToken);
        foreach (var item in batch)
        {
            var hint = item.Response;
            hints.Add(hint);
        }

        return hints;
    }

    /// <summary>The assistant's name.</summary>
    public override string ToString() => "assistant";
}
