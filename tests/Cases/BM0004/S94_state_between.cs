// S94 What a later request reads is changed between the calls
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Tours;

public interface INotes
{
    Task KeepAsync(string text);

    Task<string> LastAsync();

    string Prompt(string key);
}

public sealed class TourGuide(IChatClient chat, INotes notes)
{
    private readonly List<string> seen = [];
    private int stop;

    public async Task<string> CounterAsync(string city)
    {
        var first = await chat.GetResponseAsync($"Stop {stop} in {city}");
        stop++;
        var second = await chat.GetResponseAsync($"Stop {stop} of {city}");
        return first.Text + second.Text;
    }

    public async Task<string> LocalFunctionsAsync(string city)
    {
        var first = await chat.GetResponseAsync(Question());
        Move();
        var second = await chat.GetResponseAsync(Question() + city);
        return first.Text + second.Text;

        string Question() => $"What is at stop {stop}?";
        void Move() => stop++;
    }

    public async Task<string> ListAsync(string city)
    {
        var first = await chat.GetResponseAsync($"One sight of {city}");
        seen.Add(first.Text);
        var second = await chat.GetResponseAsync($"Another sight than {string.Join(", ", seen)}");
        return second.Text;
    }

    public async Task<string> NotesAsync(string city)
    {
        var first = await chat.GetResponseAsync($"A sight of {city}");
        await notes.KeepAsync(first.Text);
        var second = await chat.GetResponseAsync(await notes.LastAsync() + city);
        return second.Text;
    }

    public async Task<string> OptionsAsync(string city, ChatOptions options)
    {
        options.Temperature = 0;
        var first = await chat.GetResponseAsync($"A fact on {city}", options);
        options.Temperature = 1;
        var second = await chat.GetResponseAsync($"A tale of {city}", options);
        return first.Text + second.Text;
    }

    public async Task<string> UnknownAsync()
    {
        var first = await chat.GetResponseAsync(notes.Prompt("first"));
        var second = await chat.GetResponseAsync(notes.Prompt("second"));
        return first.Text + second.Text;
    }
}
