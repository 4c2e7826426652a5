// A240i The order of logs and random numbers, where it matters, and clocks, whose order never does
// verdict: blocked
// blocker: line
// message: The calls of 'GetResponseAsync' could be one batch, but 'the log' is changed on line 24 after the call and needed on line 19 before the next one
// message: The calls of 'GetResponseAsync' could be one batch, but 'the log' is changed on line 41 after the call and needed on line 36 before the next one
// message: The calls of 'GetResponseAsync' could be one batch, but 'the log' is changed on line 58 after the call and needed on line 53 before the next one
// message: The calls of 'GetResponseAsync' could be one batch, but 'the log' is changed on line 75 after the call and needed on line 70 before the next one
// message: The calls of 'GetResponseAsync' could be one batch, but 'the log' is changed on line 92 after the call and needed on line 87 before the next one
// message: The calls of 'GetResponseAsync' could be one batch, but 'the random numbers' is changed on line 109 after the call and needed on line 104 before the next one
// message: The calls of 'GetResponseAsync' could be one batch, but 'the console' is changed on line 126 after the call and needed on line 121 before the next one
// message: The calls of 'GetResponseAsync' could be one batch, but 'the console' is changed on line 143 after the call and needed on line 138 before the next one
// effects: strict
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Ferries;

public sealed partial class Crossing(IChatClient chat, List<string> notes)
{
    public async Task DebuggedAsync(IReadOnlyList<string> harbours)
    {
        foreach (var harbour in harbours)
        {
            var name = "";
            foreach (var letter in harbour)
            {
                /*why*/Debug.WriteLine("before");
                name += letter;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Cross to " + name);
            /*why*/Debug.WriteLine("after");
            notes.Add(response.Text);
        }
    }

    public async Task TracedAsync(IReadOnlyList<string> harbours)
    {
        foreach (var harbour in harbours)
        {
            var name = "";
            foreach (var letter in harbour)
            {
                /*why*/Trace.WriteLine("before");
                name += letter;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Cross to " + name);
            /*why*/Trace.WriteLine("after");
            notes.Add(response.Text);
        }
    }

    public async Task LoggedAsync(IReadOnlyList<string> harbours, ILogger logger)
    {
        foreach (var harbour in harbours)
        {
            var name = "";
            foreach (var letter in harbour)
            {
                /*why*/logger.LogInformation("before");
                name += letter;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Cross to " + name);
            /*why*/logger.LogInformation("after");
            notes.Add(response.Text);
        }
    }

    public async Task LoggedPlainlyAsync(IReadOnlyList<string> harbours, ILogger logger)
    {
        foreach (var harbour in harbours)
        {
            var name = "";
            foreach (var letter in harbour)
            {
                /*why*/logger.Log(LogLevel.Information, default, 1, null, static (_, _) => "before");
                name += letter;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Cross to " + name);
            /*why*/logger.Log(LogLevel.Information, default, 1, null, static (_, _) => "after");
            notes.Add(response.Text);
        }
    }

    public async Task AnnouncedAsync(IReadOnlyList<string> harbours, ILogger logger)
    {
        foreach (var harbour in harbours)
        {
            var name = "";
            foreach (var letter in harbour)
            {
                /*why*/Announce(logger);
                name += letter;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Cross to " + name);
            /*why*/Announce(logger);
            notes.Add(response.Text);
        }
    }

    public async Task DrawnAsync(IReadOnlyList<string> harbours)
    {
        foreach (var harbour in harbours)
        {
            var name = "";
            foreach (var letter in harbour)
            {
                _ = /*why*/Random.Shared.Next();
                name += letter;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Cross to " + name);
            _ = /*why*/Random.Shared.Next();
            notes.Add(response.Text);
        }
    }

    public async Task PrintedAsync(IReadOnlyList<string> harbours)
    {
        foreach (var harbour in harbours)
        {
            var name = "";
            foreach (var letter in harbour)
            {
                /*why*/Console.WriteLine("before");
                name += letter;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Cross to " + name);
            /*why*/Console.WriteLine("after");
            notes.Add(response.Text);
        }
    }

    public async Task PrintedOutAsync(IReadOnlyList<string> harbours)
    {
        foreach (var harbour in harbours)
        {
            var name = "";
            foreach (var letter in harbour)
            {
                /*why*/Console.Out.WriteLine("before");
                name += letter;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Cross to " + name);
            /*why*/Console.Out.WriteLine("after");
            notes.Add(response.Text);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ferry leaves")]
    private static partial void Announce(ILogger logger);

    private static partial void Announce(ILogger logger) => logger.LogInformation("Ferry leaves");
}
