// A29 The answer is written to the next item
// verdict: silent
// why: the hint of the item that is asked next comes from this answer
using System.Collections.Generic;
using OpenAI.Chat;

namespace Adversarial;

public sealed class Exercise
{
    public string Task { get; init; } = "";

    public string Hint { get; set; } = "";
}

public static class HintChain
{
    public static void Fill(ChatClient client, IList<Exercise> exercises)
    {
        for (var i = 0; i + 1 < exercises.Count; i++)
        {
            ChatCompletion completion = client.CompleteChat($"Solve {exercises[i].Task} with the hint {exercises[i].Hint}");
            exercises[i + 1].Hint = completion.Content[0].Text;
        }
    }
}
