// F39b XML docs, comments before statements, at their ends and inside the call
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'description', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Orchard;

/// <summary>Names the variety of each apple.</summary>
/// <param name="chat">The model that is asked.</param>
public sealed class AppleNamer(IChatClient chat)
{
    /// <summary>Asks for the variety of each description.</summary>
    /// <param name="descriptions">What the apples look like.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>One name for each description, in the same order.</returns>
    public async Task<List<string>> NameAsync(IEnumerable<string> descriptions, CancellationToken cancellationToken = default)
    {
        var names = new List<string>(); // in the order of the descriptions

        // Each description is a question of its own.
        foreach (var description in descriptions) // never null
        {
            // The model knows old varieties better when it is asked for them.
            var prompt = "Which old variety is this? " + description; // one line

            var response = await /*BM0001*/chat.GetResponseAsync(
                prompt, // the question
                cancellationToken: cancellationToken); // the caller's token

            // The answer is the bare name.
            names.Add(response.Text); // untrimmed
            // End of the item.
        }

        // All are named now.
        return names;
    }
}
//// run
Log(string.Join("|", await new AppleNamer(chat).NameAsync(["red and flat", "green, tart", "yellow with freckles"], cancellationToken)));
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Orchard;

/// <summary>Names the variety of each apple.</summary>
/// <param name="chat">The model that is asked.</param>
public sealed class AppleNamer(IChatClient chat)
{
    /// <summary>Asks for the variety of each description.</summary>
    /// <param name="descriptions">What the apples look like.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>One name for each description, in the same order.</returns>
    public async Task<List<string>> NameAsync(IEnumerable<string> descriptions, CancellationToken cancellationToken = default)
    {
        var names = new List<string>(); // in the order of the descriptions

        // Each description is a question of its own.
        var prompts = new List<string>();
        foreach (var description in descriptions) // never null
        {
            // The model knows old varieties better when it is asked for them.
            var prompt = "Which old variety is this? " + description; // one line

            // the question
            prompts.Add(prompt);
        }

        var batch = await chat.CompleteBatchAsync(prompts, cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            var response = item.Response; // the caller's token

            // The answer is the bare name.
            names.Add(response.Text); // untrimmed
            // End of the item.
        }

        // All are named now.
        return names;
    }
}
