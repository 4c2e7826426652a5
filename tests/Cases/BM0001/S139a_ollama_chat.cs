// S139a A chat of OllamaSharp keeps its own history
// verdict: silent
// uses: OllamaSharp
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using OllamaSharp;

namespace Stories;

public static class Teller
{
    public static async Task<List<string>> TellAsync(IOllamaApiClient ollama, string[] prompts)
    {
        var chat = new Chat(ollama, "Tell one story, part by part.");
        var parts = new List<string>();
        foreach (var prompt in prompts)
        {
            var part = new StringBuilder();
            await foreach (var token in chat.SendAsync(prompt))
            {
                part.Append(token);
            }

            parts.Add(part.ToString());
        }

        return parts;
    }
}
