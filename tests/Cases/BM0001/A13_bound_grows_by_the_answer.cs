// A13 The answer raises the bound of a for loop
// verdict: silent
// why: how often is asked depends on the answers
using System;
using System.Collections.Generic;
using OpenAI.Chat;

namespace Adversarial;

public static class Brainstorm
{
    public static List<string> Collect(ChatClient client, string subject)
    {
        var ideas = new List<string>();
        var rounds = 3;
        for (var i = 0; i < rounds; i++)
        {
            var idea = client.CompleteChat($"Idea {i} on {subject}").Value.Content[0].Text;
            ideas.Add(idea);
            if (idea.Contains("more", StringComparison.OrdinalIgnoreCase) && rounds < 10)
            {
                rounds++;
            }
        }

        return ideas;
    }
}
