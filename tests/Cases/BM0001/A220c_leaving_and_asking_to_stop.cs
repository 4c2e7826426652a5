// A220c Loops that ask whether to stop, leave in more than one way, or hold something while the call runs
// verdict: blocked
// blocker: could be one batch
// message: The calls of 'GetResponseAsync' could be one batch, but the loop asks before each call whether it should stop, which a batch does not
// message: The calls of 'GetResponseAsync' could be one batch, but 'return' before the call leaves the loop, and what earlier items still have to do with their answers would be lost
// message: The calls of 'GetResponseAsync' could be one batch, but 'goto' before the call leaves the loop, and what earlier items still have to do with their answers would be lost
// message: The calls of 'GetResponseAsync' could be one batch, but 'throw' before the call leaves the loop, and what earlier items still have to do with their answers would be lost
// message: The calls of 'GetResponseAsync' could be one batch, but 'gangway' is held across the call
// message: The calls of 'GetResponseAsync' could be one batch, but a local function or a label stands before the call
// message: The calls of 'GetResponseAsync' could be one batch, but the loop has a label
// message: The calls of 'GetResponseAsync' could be one batch, but a preprocessor directive stands inside the loop
// message: The calls of 'GetResponseAsync' could be one batch, but the delay between the calls is not a fixed one
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Ferries;

public sealed class Timer
{
    public TimeSpan Elapsed { get; set; }
}

public sealed class FerryLine(IChatClient chat, List<string> log)
{
    private bool _stopped;

    public bool IsClosed { get; set; }

    public void Stop() => _stopped = true;

    public async Task TokenBreakAsync(IReadOnlyList<string> trips, CancellationToken cancellationToken)
    {
        foreach (var trip in trips)
        {
            if (/*why*/cancellationToken.IsCancellationRequested)
            {
                /*why*/break;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Announce " + trip);
            log.Add(response.Text);
        }
    }

    public async Task TokenContinueAsync(IReadOnlyList<string> trips, CancellationToken cancellationToken)
    {
        foreach (var trip in trips)
        {
            if (/*why*/cancellationToken.IsCancellationRequested)
            {
                /*why*/continue;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Announce " + trip);
            log.Add(response.Text);
        }
    }

    public async Task SpanAsync(IReadOnlyList<string> trips, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        foreach (var trip in trips)
        {
            if (/*why*/clock.Elapsed > limit)
            {
                /*why*/break;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Announce " + trip);
            log.Add(response.Text);
        }
    }

    public async Task MillisecondsAsync(IReadOnlyList<string> trips, Stopwatch clock)
    {
        foreach (var trip in trips)
        {
            if (/*why*/clock.ElapsedMilliseconds > 5000)
            {
                /*why*/break;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Announce " + trip);
            log.Add(response.Text);
        }
    }

    public async Task TicksAsync(IReadOnlyList<string> trips, Stopwatch clock)
    {
        foreach (var trip in trips)
        {
            if (/*why*/clock.ElapsedTicks > 5000)
            {
                /*why*/continue;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Announce " + trip);
            log.Add(response.Text);
        }
    }

    public async Task FieldAsync(IReadOnlyList<string> trips)
    {
        foreach (var trip in trips)
        {
            if (/*why*/_stopped)
            {
                /*why*/break;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Announce " + trip);
            log.Add(response.Text);
        }
    }

    public async Task PropertyAsync(IReadOnlyList<string> trips)
    {
        foreach (var trip in trips)
        {
            if (/*why*/IsClosed)
            {
                /*why*/break;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Announce " + trip);
            log.Add(response.Text);
        }
    }

    public async Task ReturnOrThrowAsync(IReadOnlyList<string> trips)
    {
        foreach (var trip in trips)
        {
            if (trip.Length < 3)
            {
                if (trip.Length == 0)
                {
                    throw new ArgumentException("No trip");
                }

                /*why*/return;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Announce " + trip);
            log.Add(response.Text);
        }
    }

    public async Task GotoOrThrowAsync(IReadOnlyList<string> trips)
    {
        foreach (var trip in trips)
        {
            if (trip.Length < 3)
            {
                if (trip.Length == 0)
                {
                    throw new ArgumentException("No trip");
                }

                /*why*/goto Moored;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Announce " + trip);
            log.Add(response.Text);
        }

    Moored:
        log.Add("moored");
    }

    public async IAsyncEnumerable<string> YieldBreakOrThrowAsync(IReadOnlyList<string> trips)
    {
        foreach (var trip in trips)
        {
            if (trip.Length < 3)
            {
                if (trip.Length == 0)
                {
                    yield break;
                }

                /*why*/throw new ArgumentException("No trip");
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Announce " + trip);
            yield return response.Text;
        }
    }

    public async Task LeaseAsync(IReadOnlyList<string> trips, Func<string, IDisposable> open)
    {
        foreach (var trip in trips)
        {
            IDisposable /*why*/gangway = new Gangway(trip);
            var response = await /*BM0010*/chat.GetResponseAsync("Announce " + trip);
            /*why*/gangway.Dispose();
            log.Add(response.Text);
        }
    }

    public async Task LocalFunctionAsync(IReadOnlyList<string> trips)
    {
        foreach (var trip in trips)
        {
            /*why*/string Upper() => trip.ToUpperInvariant();
            var response = await /*BM0010*/chat.GetResponseAsync("Announce " + Upper());
            log.Add(response.Text);
        }
    }

    public async Task LabelAsync(IReadOnlyList<string> trips)
    {
        var rounds = 0;
    /*why*/Again:
        foreach (var trip in trips)
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Announce " + trip);
            log.Add(response.Text);
        }

        rounds++;
        if (rounds < 2)
        {
            goto Again;
        }
    }

    public async Task PragmaAndReturnAsync(IReadOnlyList<string> trips)
    {
        foreach (var trip in trips)
        {
            if (trip.Length == 0)
            {
                return;
            }

/*why*/#pragma warning disable CA2007
            var response = await /*BM0010*/chat.GetResponseAsync("Announce " + trip);
#pragma warning restore CA2007
            log.Add(response.Text);
        }
    }

    public async Task GuardedWaitAsync(IReadOnlyList<string> trips)
    {
        foreach (var trip in trips)
        {
            try
            {
                /*why*/await Task.Delay(20);
                var response = await /*BM0010*/chat.GetResponseAsync("Announce " + trip);
                log.Add(response.Text);
            }
            catch (InvalidOperationException)
            {
                log.Add("none");
            }
        }
    }
}

public sealed class Gangway(string trip) : IDisposable
{
    public void Dispose() => Console.WriteLine(trip);
}
