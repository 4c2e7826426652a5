// A250 A clock that only the request is told of measures nothing; one that a method of the program gets may
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'town', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Almanac;

public sealed class Forecasts(IChatClient chat)
{
    public async Task<List<string>> WriteAsync(IReadOnlyList<string> towns)
    {
        var forecasts = new List<string>();
        foreach (var town in towns)
        {
            var year = DateTime.UtcNow.Year;
            var response = await /*BM0001*/chat.GetResponseAsync($"The weather of {town} on the first of May {(year > 2000 ? "of this century" : "long ago")}");
            forecasts.Add(response.Text);
        }

        return forecasts;
    }

    public async Task<List<string>> TimeAsync(IReadOnlyList<string> towns)
    {
        var times = new List<string>();
        foreach (var town in towns)
        {
            var begin = DateTime.UtcNow;
            var response = await chat.GetResponseAsync($"The rain of {town} since {begin.Year}");
            times.Add($"{response.Text} after {DateTime.UtcNow - begin}");
        }

        return times;
    }

    public async Task<List<string>> AskAllAsync(IReadOnlyList<string> towns)
    {
        var answers = new List<string>();
        foreach (var town in towns)
        {
            var begin = DateTime.UtcNow;
            answers.Add(await AskAsync(town, begin));
        }

        return answers;
    }

    private async Task<string> AskAsync(string town, DateTime begin)
    {
        var response = await chat.GetResponseAsync("The wind of " + town);
        return $"{response.Text} after {DateTime.UtcNow - begin}";
    }
}
//// run
Log(string.Join('|', await new Forecasts(chat).WriteAsync(["Ulm", "Bern", "Graz"])));
//// fixed
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Almanac;

public sealed class Forecasts(IChatClient chat)
{
    public async Task<List<string>> WriteAsync(IReadOnlyList<string> towns)
    {
        var forecasts = new List<string>();
        var prompts = new List<string>();
        foreach (var town in towns)
        {
            var year = DateTime.UtcNow.Year;
            prompts.Add($"The weather of {town} on the first of May {(year > 2000 ? "of this century" : "long ago")}");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            forecasts.Add(response.Text);
        }

        return forecasts;
    }

    public async Task<List<string>> TimeAsync(IReadOnlyList<string> towns)
    {
        var times = new List<string>();
        foreach (var town in towns)
        {
            var begin = DateTime.UtcNow;
            var response = await chat.GetResponseAsync($"The rain of {town} since {begin.Year}");
            times.Add($"{response.Text} after {DateTime.UtcNow - begin}");
        }

        return times;
    }

    public async Task<List<string>> AskAllAsync(IReadOnlyList<string> towns)
    {
        var answers = new List<string>();
        foreach (var town in towns)
        {
            var begin = DateTime.UtcNow;
            answers.Add(await AskAsync(town, begin));
        }

        return answers;
    }

    private async Task<string> AskAsync(string town, DateTime begin)
    {
        var response = await chat.GetResponseAsync("The wind of " + town);
        return $"{response.Text} after {DateTime.UtcNow - begin}";
    }
}
