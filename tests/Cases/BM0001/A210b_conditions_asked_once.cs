// A210b Conditions that cannot be asked twice, and branches that cannot wait, of items that ask nothing
// verdict: blocked
// blocker: items that ask nothing
// message: The calls of 'GetResponseAsync' could be one batch, but what is done for items that ask nothing has to wait for its turn, and its condition cannot be asked twice
// message: The calls of 'GetResponseAsync' could be one batch, but what is done for items that ask nothing cannot be moved behind the batch
// message: The calls of 'GetResponseAsync' could be one batch, but 'names.Looks' is changed on line 240 after the call and needed on line 240 before the next one
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Bakery;

public sealed class Recipe(string name)
{
    public string Name { get; set; } = name;

    public bool IsSecret { get; init; }

    public int Looks { get; private set; }

    public bool LooksTwice() => ++Looks > 1;
}

public sealed class Kitchen(IChatClient chat, List<string> notes)
{
    public async Task ReadAsync(IReadOnlyList<Recipe> recipes)
    {
        foreach (var recipe in recipes)
        {
            try
            {
                /*why*/if (await File.ReadAllTextAsync(recipe.Name) == "")
                {
                    continue;
                }

                var response = await /*BM0010*/chat.GetResponseAsync("Cook " + recipe.Name);
                notes.Add(response.Text);
            }
            finally
            {
                notes.Add("Next");
            }
        }
    }

    public async Task ReadFirstAsync(IReadOnlyList<Recipe> recipes)
    {
        foreach (var recipe in recipes)
        {
            if (/*why*/await File.ReadAllTextAsync(recipe.Name) != "")
            {
                var response = await /*BM0010*/chat.GetResponseAsync("Cook " + recipe.Name);
                notes.Add(response.Text);
            }

            notes.Add("Next");
        }
    }

    public async Task TrimAsync(IReadOnlyList<Recipe> recipes)
    {
        foreach (var recipe in recipes)
        {
            string name;
            if (/*why*/(name = recipe.Name.Trim()) != "")
            {
                var response = await /*BM0010*/chat.GetResponseAsync("Cook " + name);
                notes.Add(response.Text);
            }

            notes.Add("Next");
        }
    }

    public async Task CountAsync(IReadOnlyList<Recipe> recipes)
    {
        foreach (var recipe in recipes)
        {
            var length = recipe.Name.Length;
            if (/*why*/length++ < 20)
            {
                var response = await /*BM0010*/chat.GetResponseAsync("Cook within " + length);
                notes.Add(response.Text);
            }

            notes.Add("Next");
        }
    }

    public async Task ShoutAsync(IReadOnlyList<Recipe> recipes)
    {
        foreach (var recipe in recipes)
        {
            var name = recipe.Name;
            try
            {
                /*why*/if (name == "" || recipe.IsSecret)
                {
                    continue;
                }

                name = name.ToUpperInvariant();

                var response = await /*BM0010*/chat.GetResponseAsync("Cook " + name);
                notes.Add(response.Text);
            }
            finally
            {
                notes.Add("Next");
            }
        }
    }

    public async Task RenameAsync(IReadOnlyList<Recipe> recipes)
    {
        foreach (var recipe in recipes)
        {
            try
            {
                if (/*why*/recipe.Name != "")
                {
                    var response = await /*BM0010*/chat.GetResponseAsync(recipe.Name = recipe.Name.Trim());
                    notes.Add(response.Text);
                }
            }
            catch (Exception)
            {
                notes.Add("Burnt");
            }

            notes.Add("Next");
        }
    }

    public async Task LookAsync(IReadOnlyList<Recipe> recipes)
    {
        foreach (var recipe in recipes)
        {
            try
            {
                /*why*/if (recipe.LooksTwice())
                {
                    continue;
                }

                var response = await /*BM0010*/chat.GetResponseAsync("Cook " + recipe.Name);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("Burnt");
            }
            finally
            {
                notes.Add("Next");
            }
        }
    }

    public async Task ChooseAsync(IReadOnlyList<Recipe> recipes)
    {
        foreach (var recipe in recipes)
        {
            try
            {
                /*why*/if (recipe.IsSecret)
                {
                    continue;
                }
                else
                {
                    notes.Add("Open");
                }

                var response = await /*BM0010*/chat.GetResponseAsync("Cook " + recipe.Name);
                notes.Add(response.Text);
            }
            finally
            {
                notes.Add("Next");
            }
        }
    }

    public async Task DoubtAsync(IReadOnlyList<Recipe> recipes)
    {
        foreach (var recipe in recipes)
        {
            try
            {
                /*why*/if (recipe.IsSecret)
                {
                    if (recipe.Name == "")
                    {
                        continue;
                    }

                    notes.Add("Whisper");
                }

                var response = await /*BM0010*/chat.GetResponseAsync("Cook " + recipe.Name);
                notes.Add(response.Text);
            }
            finally
            {
                notes.Add("Next");
            }
        }
    }

    public async Task StopAsync(IReadOnlyList<Recipe> recipes)
    {
        foreach (var recipe in recipes)
        {
            try
            {
                /*why*/if (recipe.IsSecret)
                {
                    if (recipe.Name == "")
                    {
                        break;
                    }

                    continue;
                }

                var response = await /*BM0010*/chat.GetResponseAsync("Cook " + recipe.Name);
                notes.Add(response.Text);
            }
            finally
            {
                notes.Add("Next");
            }
        }
    }

    public async Task LookAtNewAsync(IEnumerable<string> names)
    {
        var recipes = names.Select(static n => new Recipe(n)).ToList();
        foreach (var recipe in recipes)
        {
            if (!/*why*/recipe.LooksTwice())
            {
                var response = await /*BM0010*/chat.GetResponseAsync("Cook " + recipe.Name);
                notes.Add(response.Text);
            }

            notes.Add("Next");
        }
    }

    public async Task LookAtFreshAsync()
    {
        var recipes = new List<Recipe>();
        for (var i = 0; i < 9; i++)
        {
            recipes.Add(new Recipe("No. " + i));
        }

        foreach (var recipe in recipes)
        {
            if (/*why*/!recipe.LooksTwice())
            {
                var response = await /*BM0010*/chat.GetResponseAsync("Cook " + recipe.Name);
                notes.Add(response.Text);
            }

            notes.Add("Next");
        }
    }
}
