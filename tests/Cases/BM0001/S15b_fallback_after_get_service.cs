// S15 The loop is the fallback when the client has no batch service
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Indexing;

public interface IManyPrompts
{
    Task<string[]> AskManyAsync(IReadOnlyList<string> prompts);
}

public sealed class Tagger(IChatClient chat)
{
    public async Task<string[]> TagAsync(IReadOnlyList<string> prompts)
    {
        var many = chat.GetService<IManyPrompts>();
        if (many != null)
        {
            return await many.AskManyAsync(prompts);
        }

        var tags = new string[prompts.Count];
        for (var i = 0; i < prompts.Count; i++)
        {
            tags[i] = (await chat.GetResponseAsync(prompts[i])).Text;
        }

        return tags;
    }
}
