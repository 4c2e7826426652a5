// A02 A lambda made before the loop appends the answer
// verdict: silent
// why: 'remember' captures the list that each request is made of
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public static class Sketch
{
    public static async Task<int> DrawAsync(IChatClient chat, IEnumerable<string> wishes)
    {
        var memory = new List<ChatMessage>();
        Action<ChatRole, string> remember = (role, text) => memory.Add(new ChatMessage(role, text));
        foreach (var wish in wishes)
        {
            remember(ChatRole.User, wish);
            var response = await chat.GetResponseAsync(memory);
            remember(ChatRole.Assistant, response.Text);
        }

        return memory.Count;
    }
}
