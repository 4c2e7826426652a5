// A24 A StringBuilder is part of the prompt and takes the answer
// verdict: silent
// why: each request holds the text of all earlier answers
using System.Text;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public static class Novel
{
    public static async Task<string> WriteAsync(IChatClient chat, string[] chapters)
    {
        var manuscript = new StringBuilder("# A novel\n");
        foreach (var chapter in chapters)
        {
            var response = await chat.GetResponseAsync($"{manuscript}\nWrite the chapter '{chapter}'.");
            manuscript.AppendLine($"## {chapter}").AppendLine(response.Text);
        }

        return manuscript.ToString();
    }
}
