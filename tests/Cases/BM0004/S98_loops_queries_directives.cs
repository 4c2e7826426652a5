// S98 Loops and queries around the row, jumps into it, directives within
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Corners;

public sealed class Corner(IChatClient chat)
{
    public async Task<int> WhileAsync(string text)
    {
        var rounds = 0;
        while (rounds < text.Length)
        {
            var one = await chat.GetResponseAsync($"Count the vowels of {text}");
            var two = await chat.GetResponseAsync($"Count the consonants of {text}");
            rounds += one.Text.Length + two.Text.Length;
        }

        return rounds;
    }

    public IEnumerable<Task<string>> Query(IEnumerable<string> texts) => texts.Select(async text =>
    {
        var one = await chat.GetResponseAsync($"Praise {text}");
        var two = await chat.GetResponseAsync($"Blame {text}");
        await Task.Yield();
        return one.Text + two.Text;
    });

    public async Task<string> JumpAsync(string text)
    {
        var one = await chat.GetResponseAsync($"Start with {text}");
    again:
        var two = await chat.GetResponseAsync($"Go on with {text}");
        if (two.Text == "again")
        {
            goto again;
        }

        return one.Text + two.Text;
    }

    public async Task<string> DirectiveAsync(string text)
    {
        var one = await chat.GetResponseAsync($"Begin with {text}");
#pragma warning disable CS0168
        string unused;
#pragma warning restore CS0168
        var two = await chat.GetResponseAsync($"End with {text}");
        return one.Text + two.Text;
    }
}
