// S16 The loop makes lazy values: who never asks never pays
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Gallery;

public static class Captions
{
    public static Dictionary<string, Lazy<Task<ChatResponse>>> Prepare(IChatClient chat, IEnumerable<string> pictures)
    {
        var captions = new Dictionary<string, Lazy<Task<ChatResponse>>>();
        foreach (var picture in pictures)
        {
            captions.Add(picture, new Lazy<Task<ChatResponse>>(() => chat.GetResponseAsync($"A caption for {picture}")));
        }

        return captions;
    }
}
