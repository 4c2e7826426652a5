// S22 The budget stands in the loop's condition
// verdict: silent
using System.Collections.Generic;
using OpenAI.Chat;

namespace Spending;

public static class Sampling
{
    public static List<string> Sample(ChatClient client, string prompt, double dollars, double dollarsPerToken)
    {
        var samples = new List<string>();
        for (var spent = 0.0; spent < dollars;)
        {
            ChatCompletion completion = client.CompleteChat(prompt);
            samples.Add(completion.Content[0].Text);
            spent += completion.Usage.TotalTokenCount * dollarsPerToken;
        }

        return samples;
    }
}
