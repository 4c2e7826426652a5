// S95 Calls that are measured, spaced out, or answered by a person
// verdict: silent
using System;
using System.Diagnostics;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Trials;

public sealed class Trial(IChatClient chat)
{
    public async Task<string> MeasureAsync(string text)
    {
        var watch = Stopwatch.StartNew();
        var first = await chat.GetResponseAsync($"Translate into French: {text}");
        var french = watch.ElapsedMilliseconds;
        watch.Restart();
        var second = await chat.GetResponseAsync($"Translate into Dutch: {text}");
        return $"{first.Text} {french} {second.Text} {watch.ElapsedMilliseconds}";
    }

    public async Task<string> SpaceOutAsync(string text)
    {
        var first = await chat.GetResponseAsync($"Translate into Greek: {text}");
        await Task.Delay(TimeSpan.FromSeconds(20));
        var second = await chat.GetResponseAsync($"Translate into Welsh: {text}");
        return first.Text + second.Text;
    }

    public async Task<string> AskAsync(string text)
    {
        var first = await chat.GetResponseAsync($"Translate into Czech: {text}");
        Console.WriteLine(first.Text);
        var wish = Console.ReadLine();
        var second = await chat.GetResponseAsync($"Translate into {wish}: {text}");
        return second.Text;
    }
}
