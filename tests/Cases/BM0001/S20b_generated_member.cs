// S20 A class marked as generated
// verdict: silent
using System.CodeDom.Compiler;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Clients;

[GeneratedCode("PromptCompiler", "2.3.0")]
public sealed class CompiledPrompts(IChatClient chat)
{
    public async Task<List<string>> RunAsync(string[] names)
    {
        var texts = new List<string>();
        foreach (var name in names)
        {
            texts.Add((await chat.GetResponseAsync(name)).Text);
        }

        return texts;
    }
}
