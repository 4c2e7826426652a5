// F130b A prompt for each item, guarded one by one
// verdict: fixed
// message: This loop makes one 'GetChatMessageContentAsync' round trip per 'recipe', one after another; 'Batch.RunAsync' sends them together
// uses: Microsoft.SemanticKernel
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Recipes;

public static class Titles
{
    public static async Task<List<string>> SuggestAsync(IChatCompletionService chat, IEnumerable<string> recipes)
    {
        var titles = new List<string>();
        foreach (var recipe in recipes)
        {
            try
            {
                var reply = await /*BM0001*/chat.GetChatMessageContentAsync($"A title for this recipe: {recipe}");
                titles.Add(reply.Content ?? "untitled");
            }
            catch (Exception e)
            {
                Console.WriteLine(e.Message);
                titles.Add("untitled");
            }
        }

        return titles;
    }
}
//// run
foreach (var title in await Titles.SuggestAsync(new ScriptedChatService(Ask), ["flour, eggs", "rice, saffron", "beans"]))
{
    Log(title);
}
//// fixed
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Recipes;

public static class Titles
{
    public static async Task<List<string>> SuggestAsync(IChatCompletionService chat, IEnumerable<string> recipes)
    {
        var titles = new List<string>();
        var batch = await Batch.RunAsync(
            recipes,
            (recipe, ct) => chat.GetChatMessageContentAsync($"A title for this recipe: {recipe}", cancellationToken: ct));
        foreach (var item in batch)
        {
            try
            {
                var reply = item.Response;
                titles.Add(reply.Content ?? "untitled");
            }
            catch (Exception e)
            {
                Console.WriteLine(e.Message);
                titles.Add("untitled");
            }
        }

        return titles;
    }
}
