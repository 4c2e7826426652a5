// S01 Chat history captured by a lambda that holds the loop
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Tutoring;

public static class Lesson
{
    public static Func<IEnumerable<string>, Task<string>> Create(IChatClient chat, string subject)
    {
        List<ChatMessage> messages = [new(ChatRole.System, $"You teach {subject} to beginners.")];

        return async prompts =>
        {
            var last = string.Empty;
            foreach (var prompt in prompts)
            {
                messages.Add(new(ChatRole.User, prompt));
                ChatResponse response = await chat.GetResponseAsync(messages);
                last = response.Text;
                messages.Add(new(ChatRole.Assistant, last));
            }

            return last;
        };
    }
}
