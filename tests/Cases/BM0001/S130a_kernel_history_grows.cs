// S130a A history of Semantic Kernel that the answers are added to, in two ways
// verdict: silent
// uses: Microsoft.SemanticKernel
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Tutoring;

public sealed class Lesson(IChatCompletionService service)
{
    private readonly ChatHistory history = new("You are a patient tutor.");

    public async Task<List<string?>> AskAsync(IEnumerable<string> questions)
    {
        var answers = new List<string?>();
        foreach (var question in questions)
        {
            history.AddUserMessage(question);
            var answer = await service.GetChatMessageContentAsync(history);
            history.AddAssistantMessage(answer.Content ?? "");
            answers.Add(answer.Content);
        }

        return answers;
    }

    public static async Task RehearseAsync(IChatCompletionService service, string[] lines)
    {
        var scene = new ChatHistory();
        foreach (var line in lines)
        {
            scene.AddUserMessage(line);
            scene.AddRange(await service.GetChatMessageContentsAsync(scene));
        }
    }
}
