// A210e Under strict effects the order of the console, the log, the clock and random numbers counts
// verdict: blocked
// effects: strict
// blocker: the
// message: The calls of 'GetResponseAsync' could be one batch, but 'the console' is changed on line 18 after the call and needed on line 17 before the next one
// message: The calls of 'GetResponseAsync' could be one batch, but 'the log' is changed on line 27 after the call and needed on line 26 before the next one
// message: The calls of 'GetResponseAsync' could be one batch, but 'the random numbers' is changed on line 36 after the call and needed on line 35 before the next one
// message: The calls of 'GetResponseAsync' could be one batch, but '_asked' is changed on line 46 after the call and needed on line 44 before the next one
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Lottery;

public sealed class Draw(IChatClient chat, List<string> notes, ILogger<Draw> log)
{
    private int _asked;

    public async Task ShowAsync(IReadOnlyList<string> numbers)
    {
        foreach (var number in numbers)
        {
            var response = await /*BM0010*/chat.GetResponseAsync(/*why*/Shown(number));
            /*why*/Console.WriteLine(response.Text);
        }
    }

    public async Task LogAsync(IReadOnlyList<string> numbers)
    {
        foreach (var number in numbers)
        {
            var response = await /*BM0010*/chat.GetResponseAsync(/*why*/Logged(number));
            /*why*/log.LogInformation("Said {Text}", response.Text);
        }
    }

    public async Task RollAsync(IReadOnlyList<string> numbers)
    {
        foreach (var number in numbers)
        {
            var response = await /*BM0010*/chat.GetResponseAsync($"Comment on {number}: {/*why*/Random.Shared.Next(6)}");
            notes.Add(response.Text + /*why*/Random.Shared.Next(6));
        }
    }

    public async Task CountAsync(IReadOnlyList<string> numbers)
    {
        foreach (var number in numbers)
        {
            var response = await /*BM0010*/chat.GetResponseAsync(Shown(number) + /*why*/_asked);
            Console.WriteLine(response.Text);
            /*why*/_asked++;
        }
    }

    private static string Shown(string number)
    {
        Console.WriteLine(number);
        return "Comment on " + number;
    }

    private string Logged(string number)
    {
        log.LogInformation("Now {Number}", number);
        return "Comment on " + number;
    }
}
