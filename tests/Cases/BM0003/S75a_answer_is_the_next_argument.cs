// S75a The helper's result is its next argument: a chain of editors
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Editing;

public sealed class EditorChain(IChatClient chat)
{
    public async Task<string> EditAsync(string draft, IReadOnlyList<string> editors)
    {
        foreach (var editor in editors)
        {
            draft = await ReviseAsync(draft, editor);
        }

        return draft;
    }

    private async Task<string> ReviseAsync(string draft, string editor)
    {
        var response = await chat.GetResponseAsync($"You are {editor}. Revise: {draft}");
        return response.Text;
    }
}
