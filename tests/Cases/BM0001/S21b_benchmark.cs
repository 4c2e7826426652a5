// S21 A benchmark that times each call
// verdict: silent
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Latency;

public static class Benchmark
{
    public static async Task<List<TimeSpan>> MeasureAsync(IChatClient chat, string prompt, int runs)
    {
        var times = new List<TimeSpan>(runs);
        for (var run = 0; run < runs; run++)
        {
            var watch = Stopwatch.StartNew();
            await chat.GetResponseAsync(prompt);
            watch.Stop();
            times.Add(watch.Elapsed);
        }

        return times;
    }
}
