// A220d Loops whose client is another one each time, that ask twice, retry, or ask a person
// verdict: silent
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Kitchens;

public sealed record Cook(string Name, IChatClient Chat);

public sealed class Pantry
{
    private readonly Dictionary<string, IChatClient> chats = [];

    public IChatClient this[string name] => chats[name];

    public IChatClient Pick() => chats.Values.First();
}

public sealed class Menu(IChatClient chat, List<string> log)
{
    public async Task EachCookAsync(IReadOnlyList<Cook> cooks)
    {
        foreach (var cook in cooks)
        {
            var response = await cook.Chat.GetResponseAsync("A dish by " + cook.Name);
            log.Add(response.Text);
        }
    }

    public async Task PickedAsync(IReadOnlyList<string> dishes, Pantry pantry)
    {
        foreach (var dish in dishes)
        {
            var response = await pantry.Pick().GetResponseAsync("Cook " + dish);
            log.Add(response.Text);
        }
    }

    public async Task NamedAsync(IReadOnlyList<string> dishes, Pantry pantry)
    {
        foreach (var dish in dishes)
        {
            var response = await pantry["oven"].GetResponseAsync("Cook " + dish);
            log.Add(response.Text);
        }
    }

    public async Task FirstAsync(IReadOnlyList<string> dishes, IChatClient[] chats)
    {
        foreach (var dish in dishes)
        {
            var response = await chats[0].GetResponseAsync("Cook " + dish);
            log.Add(response.Text);
        }
    }

    public async Task NewAsync(IReadOnlyList<string> dishes)
    {
        foreach (var dish in dishes)
        {
            var response = await new Cook("New", chat).Chat.GetResponseAsync("Cook " + dish);
            log.Add(response.Text);
        }
    }

    public async Task AgainAsync(IReadOnlyList<string> dishes)
    {
        foreach (var dish in dishes)
        {
            try
            {
                log.Add(dish[..40]);
            }
            catch (ArgumentOutOfRangeException)
            {
                var response = await chat.GetResponseAsync("A longer name for " + dish);
                log.Add(response.Text);
            }
        }
    }

    public async Task FinallyAsync(IReadOnlyList<string> dishes)
    {
        foreach (var dish in dishes)
        {
            try
            {
                log.Add(dish[..40]);
            }
            finally
            {
                var response = await chat.GetResponseAsync("A toast to " + dish);
                log.Add(response.Text);
            }
        }
    }

    public async Task UntilShortAsync(IReadOnlyList<string> dishes)
    {
        foreach (var dish in dishes)
        {
            var text = dish;
            while (text.Length > 20)
            {
                var response = await chat.GetResponseAsync("Shorten " + text);
                text = response.Text;
            }

            log.Add(text);
        }
    }

    public async Task TastedAsync(IReadOnlyList<string> dishes)
    {
        foreach (var dish in dishes)
        {
            var salt = Console.ReadLine();
            var spice = Console.ReadLine();
            var response = await chat.GetResponseAsync($"Cook {dish} with {salt} and {spice}");
            log.Add(response.Text);
        }
    }

    public async Task OnceAsync(IReadOnlyList<string> dishes)
    {
        for (var i = 8; i < 9; i++)
        {
            var response = await chat.GetResponseAsync("Cook " + dishes[i]);
            log.Add(response.Text);
        }
    }

    public async Task OneOfBracketsAsync(string dish)
    {
        foreach (var name in new[] { dish })
        {
            var response = await chat.GetResponseAsync("Cook " + name);
            log.Add(response.Text);
        }
    }

    public async Task<string> MotifAsync(IReadOnlyList<string> dishes)
    {
        var cells = new string[1];
        var last = "nothing";
        foreach (var dish in dishes)
        {
            var response = await chat.GetResponseAsync($"After {last} serve {dish}");
            cells[0] = response.Text;
            last = cells[0];
        }

        return last;
    }

    public async Task<string> LinesAsync(IReadOnlyList<string> dishes)
    {
        var last = "nothing";
        foreach (var dish in dishes)
        {
            var response = await chat.GetResponseAsync($"After {last} serve {dish}");
            var longest = "";
            foreach (var line in response.Text.Split('\n'))
            {
                longest = line;
            }

            last = longest;
        }

        return last;
    }

    public async Task<string> MatchedAsync(IReadOnlyList<string> dishes)
    {
        var last = "nothing";
        foreach (var dish in dishes)
        {
            var response = await chat.GetResponseAsync($"After {last} serve {dish}");
            if (!(response.Text is string name))
            {
                continue;
            }

            last = name;
        }

        return last;
    }

    public async Task<int> CountedAsync(IReadOnlyList<string> dishes)
    {
        var guests = 0;
        foreach (var dish in dishes)
        {
            int more;
            var response = await chat.GetResponseAsync($"How many of {guests} guests eat {dish}?");
            int.TryParse(response.Text, out more);
            guests = more;
        }

        return guests;
    }
}
