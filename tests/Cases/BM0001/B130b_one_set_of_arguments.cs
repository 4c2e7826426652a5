// B130b One set of arguments is filled anew for each item
// verdict: blocked
// blocker: 'arguments' is changed on line
// message: The calls of 'InvokePromptAsync' could be one batch, but 'arguments' is changed on line 15 before the call and used on line 16 when later items have already changed it again
// uses: Microsoft.SemanticKernel
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Menus;

public sealed class Translator(Kernel kernel)
{
    public async Task<List<string>> TranslateAsync(IReadOnlyList<string> dishes)
    {
        var arguments = new KernelArguments { ["language"] = "French" };
        var translated = new List<string>();
        foreach (var dish in dishes)
        {
            /*why*/arguments["dish"] = dish;
            var result = await /*BM0010*/kernel.InvokePromptAsync("{{$dish}} in {{$language}}", /*why*/arguments);
            translated.Add(result.ToString());
        }

        return translated;
    }
}
