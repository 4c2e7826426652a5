// A254 A clock value that something else is made of, and a stopwatch that the request reads, measure the calls
// verdict: silent
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Regatta;

public sealed class Referee(IChatClient chat)
{
    public async Task<List<TimeSpan>> TimeAsync(IReadOnlyList<string> boats)
    {
        var times = new List<TimeSpan>();
        foreach (var boat in boats)
        {
            var begin = DateTime.UtcNow;
            var started = begin;
            await chat.GetResponseAsync($"Start of {boat} in {begin.Year}");
            times.Add(DateTime.UtcNow - started);
        }

        return times;
    }

    public async Task<List<string>> ReportAsync(IReadOnlyList<string> boats)
    {
        var reports = new List<string>();
        var watch = Stopwatch.StartNew();
        foreach (var boat in boats)
        {
            watch.Stop();
            var response = await chat.GetResponseAsync($"{boat}; the last one took {watch.ElapsedMilliseconds} ms");
            reports.Add(response.Text);
        }

        return reports;
    }
}
