// A220j Code that is being typed: something is missing in the loop or the statement
// verdict: silent
// errors: allowed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Drafts;

public sealed class Letter(IChatClient chat, List<string> log)
{
    public async Task UnknownNameAsync(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            var response = await chat.GetResponseAsync("Greet " + name);
            log.Add(response.Text + Unknown(name));
        }
    }

    public async Task MissingEndAsync(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            var response = await chat.GetResponseAsync("Greet " + name);
            log.Add(response.Text)
        }
    }

    public async Task UnknownNameAtOnceAsync(IReadOnlyList<string> names)
    {
        await Task.WhenAll(names.Select(async name =>
        {
            var response = await chat.GetResponseAsync("Greet " + name);
            Console.WriteLine(response.Text + Unknown(name));
        }));
    }

    public async Task MissingEndAtOnceAsync(IReadOnlyList<string> names)
    {
        await Task.WhenAll(names.Select(async name =>
        {
            var response = await chat.GetResponseAsync("Greet " + name);
            Console.WriteLine(response.Text)
        }));
    }

    public async Task<ChatResponse[]> UnknownNameGatheredAsync(IReadOnlyList<string> names)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var name in names)
        {
            var prompt = Unknown(name);
            tasks.Add(chat.GetResponseAsync("Greet " + name));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> MissingEndGatheredAsync(IReadOnlyList<string> names)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var name in names)
        {
            var prompt = "Greet " + name
            tasks.Add(chat.GetResponseAsync(prompt));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<string[]> MissingEndByNameAsync(IReadOnlyList<string> names)
    {
        var answers = await Task.WhenAll(names.Select(GreetAsync)
        return answers;
    }

    public async Task<string[]> DirectiveByNameAsync(IReadOnlyList<string> names)
    {
        var answers = await Task.WhenAll(
#pragma warning disable CA2007
            names
#pragma warning restore CA2007
                .Select(GreetAsync));
        return answers;
    }

    private async Task<string> GreetAsync(string name)
    {
        var response = await chat.GetResponseAsync("Greet " + name);
        return response.Text;
    }
}
