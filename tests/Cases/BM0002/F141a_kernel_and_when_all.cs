// F141a Answers of Semantic Kernel asked for all at once
// verdict: fixed
// message: These 'InvokePromptAsync' requests are fanned out by hand, without a limit; 'Batch.RunAsync' sends them together, a bounded number at a time
// uses: Microsoft.SemanticKernel
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Fables;

public static class Morals
{
    public static async Task<string[]> FindAsync(Kernel kernel, IReadOnlyList<string> fables)
    {
        var results = await Task.WhenAll(fables.Select(fable => /*BM0002*/kernel.InvokePromptAsync($"The moral of {fable}")));
        return results.Select(result => result.ToString()).ToArray();
    }
}
//// run
foreach (var moral in await Morals.FindAsync(ScriptedKernel.Make(Ask), ["fox", "ant", "crow"]))
{
    Log(moral);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.SemanticKernel;

namespace Fables;

public static class Morals
{
    public static async Task<string[]> FindAsync(Kernel kernel, IReadOnlyList<string> fables)
    {
        var results = (await Batch.RunAsync(fables, (fable, _) => kernel.InvokePromptAsync($"The moral of {fable}"))).GetResponses();
        return results.Select(result => result.ToString()).ToArray();
    }
}
