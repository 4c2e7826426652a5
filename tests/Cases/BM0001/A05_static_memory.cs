// A05 A static class remembers the answer and writes it into the next prompt
// verdict: silent
// why: PromptMemory.Build reads the field that PromptMemory.Learn has set from the answer
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

internal static class PromptMemory
{
    private static string s_last = "nothing yet";

    public static string Build(string question) => $"Earlier: {s_last}. Now: {question}";

    public static void Learn(string answer) => s_last = answer;
}

public sealed class Oracle(ChatClient client)
{
    public async Task<List<string>> ConsultAsync(string[] questions)
    {
        var answers = new List<string>();
        foreach (var question in questions)
        {
            var answer = (await client.CompleteChatAsync(PromptMemory.Build(question))).Value.Content[0].Text;
            PromptMemory.Learn(answer);
            answers.Add(answer);
        }

        return answers;
    }
}
