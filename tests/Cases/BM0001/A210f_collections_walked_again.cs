// A210f Collections that the second loop may walk again, and those that it may not
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'ferry', one after another; 'CompleteBatchAsync' sends them together
// message: This loop makes one 'GetResponseAsync' round trip per 'port', one after another; 'CompleteBatchAsync' sends them together
// message: The calls of 'GetResponseAsync' could be one batch, but 'remaining' is changed on line 132 after the call and needed on line 128 before the next one
// message: This loop makes one 'GetResponseAsync' round trip per item, one after another; 'CompleteBatchAsync' sends them together
// message: The calls of 'GetResponseAsync' could be one batch, but 'names' is changed on line 173 before the call and used on line 175 when later items have already changed it again
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Ferries;

public class Boat(string name)
{
    public string Name { get; } = name;
}

public sealed class Ferry(string name, int cars) : Boat(name)
{
    public int Cars { get; } = cars;
}

public sealed class Company(List<Ferry> ferries)
{
    public static readonly List<string> Ports = ["Kiel", "Oslo"];

    public readonly List<Ferry> Old = [.. ferries.Take(1)];

    public List<Ferry> Ferries { get; } = ferries;

    public List<Ferry> Big => Ferries.Where(static f => f.Cars > 50).ToList();

    public List<Ferry> Load() => Ferries.ToList();
}

public sealed class Timetable(IChatClient chat, List<string> notes, Company company)
{
    private readonly List<Ferry> _ferries = company.Ferries;

    public async Task FieldAsync()
    {
        foreach (var ferry in _ferries)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Field " + ferry.Name);
            notes.Add(ferry.Name + response.Text);
        }
    }

    public async Task StaticFieldAsync()
    {
        foreach (var port in Company.Ports)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Static field " + port);
            notes.Add(port + response.Text);
        }
    }

    public async Task FieldOfAnotherAsync()
    {
        foreach (var ferry in company.Old)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Field of another " + ferry.Name);
            notes.Add(ferry.Name + response.Text);
        }
    }

    public async Task FieldOfACallAsync()
    {
        foreach (var ferry in Owner().Old)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Field of a call " + ferry.Name);
            notes.Add(ferry.Name + response.Text);
        }
    }

    public async Task PropertyAsync()
    {
        foreach (var ferry in company.Ferries)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Property " + ferry.Name);
            notes.Add(ferry.Name + response.Text);
        }
    }

    public async Task PropertyOfACallAsync()
    {
        foreach (var ferry in Owner().Ferries)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Property of a call " + ferry.Name);
            notes.Add(ferry.Name + response.Text);
        }
    }

    public async Task ComputedAsync()
    {
        foreach (var ferry in company.Big)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Computed " + ferry.Name);
            notes.Add(ferry.Name + response.Text);
        }
    }

    public async Task LoadedAsync()
    {
        foreach (var ferry in company.Load())
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Loaded " + ferry.Name);
            notes.Add(ferry.Name + response.Text);
        }
    }

    public async Task KeysAsync(Dictionary<string, int> prices)
    {
        foreach (var port in prices.Keys)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Keys " + port);
            notes.Add(port + response.Text);
        }
    }

    public async Task CastAsync(List<Boat> boats)
    {
        foreach (Ferry ferry in boats)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Cast " + ferry.Name);
            notes.Add(ferry.Cars + response.Text);
        }
    }

    public async Task RemainingAsync(List<Ferry> ferries)
    {
        var remaining = ferries;
        foreach (var ferry in remaining)
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Remaining " + ferry.Name);
            notes.Add(ferry.Name + response.Text);
            remaining = [];
        }

        notes.Add("Left: " + remaining.Count);
    }

    public async Task UntilAsync(List<string> ports)
    {
        for (var i = 0; i < ports.Count; i++)
        {
            if (ports[i] == "")
            {
                break;
            }

            var response = await /*BM0001*/chat.GetResponseAsync("Until " + ports[i]);
            notes.Add(i + response.Text);
        }
    }

    public async Task ChaptersAsync(List<Company> companies)
    {
        foreach (var one in companies)
        {
            foreach (var ferry in one.Ferries)
            {
                var response = await /*BM0001*/chat.GetResponseAsync("Chapter " + ferry.Name);
                notes.Add(response.Text);
            }

            notes.Add("That was all of " + one.Ferries.Count);
        }
    }

    public async Task CargoAsync(List<Company> companies)
    {
        foreach (var one in companies)
        {
            var names = new List<string>();
            foreach (var ferry in one.Ferries)
            {
                names.Add(ferry.Name);
                var response = await /*BM0010*/chat.GetResponseAsync("Cargo " + string.Join(", ", names));
                notes.Add(names.Count + response.Text);
            }
        }
    }

    private Company Owner()
    {
        notes.Add("Asked for the owner");
        return company;
    }
}
//// run
var notes = new List<string>();
var ferries = new List<Ferry> { new("Anna", 40), new("Berta", 60), new("Carl", 80) };
var company = new Company(ferries);
var table = new Timetable(chat, notes, company);
await table.FieldAsync();
await table.StaticFieldAsync();
await table.FieldOfAnotherAsync();
await table.FieldOfACallAsync();
await table.PropertyAsync();
await table.PropertyOfACallAsync();
await table.ComputedAsync();
await table.LoadedAsync();
await table.KeysAsync(new() { ["Kiel"] = 3, ["Oslo"] = 5 });
await table.CastAsync([.. ferries]);
await table.RemainingAsync(ferries);
await table.UntilAsync(["Kiel", "Oslo", "", "Riga"]);
await table.ChaptersAsync([company, company]);
Log(notes);
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Ferries;

public class Boat(string name)
{
    public string Name { get; } = name;
}

public sealed class Ferry(string name, int cars) : Boat(name)
{
    public int Cars { get; } = cars;
}

public sealed class Company(List<Ferry> ferries)
{
    public static readonly List<string> Ports = ["Kiel", "Oslo"];

    public readonly List<Ferry> Old = [.. ferries.Take(1)];

    public List<Ferry> Ferries { get; } = ferries;

    public List<Ferry> Big => Ferries.Where(static f => f.Cars > 50).ToList();

    public List<Ferry> Load() => Ferries.ToList();
}

public sealed class Timetable(IChatClient chat, List<string> notes, Company company)
{
    private readonly List<Ferry> _ferries = company.Ferries;

    public async Task FieldAsync()
    {
        var batch = await chat.CompleteBatchAsync(_ferries.Select(ferry => "Field " + ferry.Name));
        foreach (var (ferry, item) in _ferries.Zip(batch))
        {
            var response = item.Response;
            notes.Add(ferry.Name + response.Text);
        }
    }

    public async Task StaticFieldAsync()
    {
        var batch = await chat.CompleteBatchAsync(Company.Ports.Select(port => "Static field " + port));
        foreach (var (port, item) in Company.Ports.Zip(batch))
        {
            var response = item.Response;
            notes.Add(port + response.Text);
        }
    }

    public async Task FieldOfAnotherAsync()
    {
        var batch = await chat.CompleteBatchAsync(company.Old.Select(ferry => "Field of another " + ferry.Name));
        foreach (var (ferry, item) in company.Old.Zip(batch))
        {
            var response = item.Response;
            notes.Add(ferry.Name + response.Text);
        }
    }

    public async Task FieldOfACallAsync()
    {
        var pending = Owner().Old.ToList();
        var batch = await chat.CompleteBatchAsync(pending.Select(ferry => "Field of a call " + ferry.Name));
        foreach (var (ferry, item) in pending.Zip(batch))
        {
            var response = item.Response;
            notes.Add(ferry.Name + response.Text);
        }
    }

    public async Task PropertyAsync()
    {
        var batch = await chat.CompleteBatchAsync(company.Ferries.Select(ferry => "Property " + ferry.Name));
        foreach (var (ferry, item) in company.Ferries.Zip(batch))
        {
            var response = item.Response;
            notes.Add(ferry.Name + response.Text);
        }
    }

    public async Task PropertyOfACallAsync()
    {
        var pending = Owner().Ferries.ToList();
        var batch = await chat.CompleteBatchAsync(pending.Select(ferry => "Property of a call " + ferry.Name));
        foreach (var (ferry, item) in pending.Zip(batch))
        {
            var response = item.Response;
            notes.Add(ferry.Name + response.Text);
        }
    }

    public async Task ComputedAsync()
    {
        var pending = company.Big.ToList();
        var batch = await chat.CompleteBatchAsync(pending.Select(ferry => "Computed " + ferry.Name));
        foreach (var (ferry, item) in pending.Zip(batch))
        {
            var response = item.Response;
            notes.Add(ferry.Name + response.Text);
        }
    }

    public async Task LoadedAsync()
    {
        var pending = company.Load().ToList();
        var batch = await chat.CompleteBatchAsync(pending.Select(ferry => "Loaded " + ferry.Name));
        foreach (var (ferry, item) in pending.Zip(batch))
        {
            var response = item.Response;
            notes.Add(ferry.Name + response.Text);
        }
    }

    public async Task KeysAsync(Dictionary<string, int> prices)
    {
        var batch = await chat.CompleteBatchAsync(prices.Keys.Select(port => "Keys " + port));
        foreach (var (port, item) in prices.Keys.Zip(batch))
        {
            var response = item.Response;
            notes.Add(port + response.Text);
        }
    }

    public async Task CastAsync(List<Boat> boats)
    {
        var pending = new List<Ferry>();
        var prompts = new List<string>();
        foreach (Ferry ferry in boats)
        {
            pending.Add(ferry);
            prompts.Add("Cast " + ferry.Name);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (ferry, item) in pending.Zip(batch))
        {
            var response = item.Response;
            notes.Add(ferry.Cars + response.Text);
        }
    }

    public async Task RemainingAsync(List<Ferry> ferries)
    {
        var remaining = ferries;
        foreach (var ferry in remaining)
        {
            var response = await chat.GetResponseAsync("Remaining " + ferry.Name);
            notes.Add(ferry.Name + response.Text);
            remaining = [];
        }

        notes.Add("Left: " + remaining.Count);
    }

    public async Task UntilAsync(List<string> ports)
    {
        var pending = new List<int>();
        var prompts = new List<string>();
        for (var i = 0; i < ports.Count; i++)
        {
            if (ports[i] == "")
            {
                break;
            }

            pending.Add(i);
            prompts.Add("Until " + ports[i]);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (i, item) in pending.Zip(batch))
        {
            var response = item.Response;
            notes.Add(i + response.Text);
        }
    }

    public async Task ChaptersAsync(List<Company> companies)
    {
        foreach (var one in companies)
        {
            var batch = await chat.CompleteBatchAsync(one.Ferries.Select(ferry => "Chapter " + ferry.Name));
            foreach (var item in batch)
            {
                var response = item.Response;
                notes.Add(response.Text);
            }

            notes.Add("That was all of " + one.Ferries.Count);
        }
    }

    public async Task CargoAsync(List<Company> companies)
    {
        foreach (var one in companies)
        {
            var names = new List<string>();
            foreach (var ferry in one.Ferries)
            {
                names.Add(ferry.Name);
                var response = await chat.GetResponseAsync("Cargo " + string.Join(", ", names));
                notes.Add(names.Count + response.Text);
            }
        }
    }

    private Company Owner()
    {
        notes.Add("Asked for the owner");
        return company;
    }
}
