// A210j Methods that can be cut at their call, and those that are run as they are
// verdict: fixed
// message: 'SometimesAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// message: 'TwiceOutAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// message: The calls of 'EitherAsync' could be one batch, but 'notes' is changed on line 28 before the call and used on line 28 when later items have already changed it again
// message: 'YieldingAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// message: 'CheckedAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// message: 'WithOptionsAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// message: 'WithSharedOptionsAsync' is called for one item at a time; 'WithSharedOptionsBatchAsync' sends them together
// message: 'LabelledAsync' is called for one item at a time; 'LabelledBatchAsync' sends them together
// message: 'PreparedAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// message: 'LocalFunctionAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// message: 'ParsedAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// message: 'RenamedAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// message: 'ListedAsync' is called for one item at a time; 'ListedBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vineyards;

public sealed record Wine(string Name, int Year);

public sealed class Cellar(IChatClient chat, List<string> notes)
{
    public async Task SortAsync(List<Wine> wines)
    {
        foreach (var wine in wines)
        {
            notes.Add(await /*BM0003*/SometimesAsync(wine));
        }

        foreach (var wine in wines)
        {
            notes.Add(await /*BM0003*/TwiceOutAsync(wine));
        }

        foreach (var wine in wines)
        {
            notes.Add(await /*BM0010*/EitherAsync(wine));
        }

        foreach (var wine in wines)
        {
            notes.Add(await /*BM0003*/YieldingAsync(wine));
        }

        foreach (var wine in wines)
        {
            notes.Add(await /*BM0003*/CheckedAsync(wine));
        }

        foreach (var wine in wines)
        {
            notes.Add(await /*BM0003*/WithOptionsAsync(wine));
        }

        foreach (var wine in wines)
        {
            notes.Add(await /*BM0003*/WithSharedOptionsAsync(wine));
        }

        foreach (var wine in wines)
        {
            notes.Add(await /*BM0003*/LabelledAsync(wine));
        }

        foreach (var wine in wines)
        {
            notes.Add(await /*BM0003*/PreparedAsync(wine));
        }

        foreach (var wine in wines)
        {
            notes.Add(await /*BM0003*/LocalFunctionAsync(wine));
        }

        foreach (var wine in wines)
        {
            notes.Add(await /*BM0003*/ParsedAsync(wine.Name));
        }

        foreach (var wine in wines)
        {
            notes.Add(await /*BM0003*/RenamedAsync(wine.Name));
        }

        foreach (var wine in wines)
        {
            notes.Add(await /*BM0003*/ListedAsync(wine));
        }
    }

    private async Task<string> SometimesAsync(Wine wine)
    {
        var text = "young";
        if (wine.Year < 2000)
        {
            var response = await chat.GetResponseAsync("Sometimes " + wine.Name);
            text = response.Text;
        }

        return text;
    }

    private async Task<string> TwiceOutAsync(Wine wine)
    {
        if (wine.Year > 2020)
        {
            return "too young";
        }

        if (wine.Name == "")
        {
            return "no name";
        }

        var response = await chat.GetResponseAsync("Twice out " + wine.Name);
        return response.Text;
    }

    private async Task<string> EitherAsync(Wine wine)
    {
        if (wine.Year > 2020)
        {
            return "too young";
        }
        else
        {
            notes.Add("Old enough");
        }

        var response = await chat.GetResponseAsync("Either " + wine.Name);
        return response.Text;
    }

    private async Task<string> YieldingAsync(Wine wine)
    {
        await Task.Yield();
        var response = await chat.GetResponseAsync("Yielding " + wine.Name);
        return response.Text;
    }

    private async Task<string> CheckedAsync(Wine wine)
    {
        checked
        {
            var age = 3000 - wine.Year;
            var response = await chat.GetResponseAsync($"Checked {wine.Name}: {age}");
            return response.Text;
        }
    }

    private async Task<string> WithOptionsAsync(Wine wine)
    {
        var response = await chat.GetResponseAsync("With options " + wine.Name, new ChatOptions { MaxOutputTokens = wine.Year });
        return response.Text;
    }

    private async Task<string> WithSharedOptionsAsync(Wine wine)
    {
        var response = await chat.GetResponseAsync("With shared options " + wine.Name, new ChatOptions { MaxOutputTokens = 40 }, CancellationToken.None);
        return response.Text;
    }

    private async Task<string> LabelledAsync(Wine wine)
    {
        var label = wine.Name.Trim();
        var line = label + "!";
        var response = await chat.GetResponseAsync("Labelled " + wine.Year);
        return line + response.Text;
    }

    private async Task<string> PreparedAsync(Wine wine)
    {
        var label = wine.Name.Trim();
        var response = await chat.GetResponseAsync("Prepared " + label);
        return label + response.Text;
    }

    private async Task<string> LocalFunctionAsync(Wine wine)
    {
        string Label() => wine.Name.Trim();
        var response = await chat.GetResponseAsync("Local function " + Label());
        return response.Text;
    }

    private async Task<string> ParsedAsync(string name)
    {
        var year = int.Parse(name.Length.ToString());
        try
        {
            var response = await chat.GetResponseAsync("Parsed " + year);
            return response.Text;
        }
        catch (FormatException)
        {
            return "no year";
        }
    }

    private async Task<string> RenamedAsync(string name)
    {
        name = name.Trim();
        var response = await chat.GetResponseAsync("Renamed " + name);
        return response.Text;
    }

    private async Task<string> ListedAsync(Wine wine)
    {
        var response = await chat.GetResponseAsync("Listed " + wine.Name);
        foreach (var line in response.Text.Split('\n'))
        {
            if (line != "")
            {
                return line;
            }
        }

        return "nothing";
    }
}
//// run
var notes = new List<string>();
await new Cellar(chat, notes).SortAsync([new("Muscat", 1990), new(" Riesling ", 2024), new("Pinot", 2010)]);
Log(notes);
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Vineyards;

public sealed record Wine(string Name, int Year);

public sealed class Cellar(IChatClient chat, List<string> notes)
{
    public async Task SortAsync(List<Wine> wines)
    {
        var batch = await Batch.RunAsync(wines, (wine, _) => SometimesAsync(wine));
        foreach (var item in batch)
        {
            notes.Add(item.Response);
        }

        var batch2 = await Batch.RunAsync(wines, (wine, _) => TwiceOutAsync(wine));
        foreach (var item in batch2)
        {
            notes.Add(item.Response);
        }

        foreach (var wine in wines)
        {
            notes.Add(await EitherAsync(wine));
        }

        var batch3 = await Batch.RunAsync(wines, (wine, _) => YieldingAsync(wine));
        foreach (var item in batch3)
        {
            notes.Add(item.Response);
        }

        var batch4 = await Batch.RunAsync(wines, (wine, _) => CheckedAsync(wine));
        foreach (var item in batch4)
        {
            notes.Add(item.Response);
        }

        var batch5 = await Batch.RunAsync(wines, (wine, _) => WithOptionsAsync(wine));
        foreach (var item in batch5)
        {
            notes.Add(item.Response);
        }

        var batch6 = await WithSharedOptionsBatchAsync(wines);
        foreach (var item in batch6)
        {
            notes.Add(item.Response);
        }

        var batch7 = await LabelledBatchAsync(wines);
        foreach (var item in batch7)
        {
            notes.Add(item.Response);
        }

        var batch8 = await Batch.RunAsync(wines, (wine, _) => PreparedAsync(wine));
        foreach (var item in batch8)
        {
            notes.Add(item.Response);
        }

        var batch9 = await Batch.RunAsync(wines, (wine, _) => LocalFunctionAsync(wine));
        foreach (var item in batch9)
        {
            notes.Add(item.Response);
        }

        var batch10 = await Batch.RunAsync(wines, (wine, _) => ParsedAsync(wine.Name));
        foreach (var item in batch10)
        {
            notes.Add(item.Response);
        }

        var batch11 = await Batch.RunAsync(wines, (wine, _) => RenamedAsync(wine.Name));
        foreach (var item in batch11)
        {
            notes.Add(item.Response);
        }

        var batch12 = await ListedBatchAsync(wines);
        foreach (var item in batch12)
        {
            notes.Add(item.Response);
        }
    }

    private async Task<string> SometimesAsync(Wine wine)
    {
        var text = "young";
        if (wine.Year < 2000)
        {
            var response = await chat.GetResponseAsync("Sometimes " + wine.Name);
            text = response.Text;
        }

        return text;
    }

    private async Task<string> TwiceOutAsync(Wine wine)
    {
        if (wine.Year > 2020)
        {
            return "too young";
        }

        if (wine.Name == "")
        {
            return "no name";
        }

        var response = await chat.GetResponseAsync("Twice out " + wine.Name);
        return response.Text;
    }

    private async Task<string> EitherAsync(Wine wine)
    {
        if (wine.Year > 2020)
        {
            return "too young";
        }
        else
        {
            notes.Add("Old enough");
        }

        var response = await chat.GetResponseAsync("Either " + wine.Name);
        return response.Text;
    }

    private async Task<string> YieldingAsync(Wine wine)
    {
        await Task.Yield();
        var response = await chat.GetResponseAsync("Yielding " + wine.Name);
        return response.Text;
    }

    private async Task<string> CheckedAsync(Wine wine)
    {
        checked
        {
            var age = 3000 - wine.Year;
            var response = await chat.GetResponseAsync($"Checked {wine.Name}: {age}");
            return response.Text;
        }
    }

    private async Task<string> WithOptionsAsync(Wine wine)
    {
        var response = await chat.GetResponseAsync("With options " + wine.Name, new ChatOptions { MaxOutputTokens = wine.Year });
        return response.Text;
    }

    private async Task<BatchResult<string>> WithSharedOptionsBatchAsync(IEnumerable<Wine> wines)
    {
        var batch = await chat.CompleteBatchAsync(
            wines,
            wine => "With shared options " + wine.Name,
            new ChatOptions { MaxOutputTokens = 40 },
            cancellationToken: CancellationToken.None);
        return batch.Map(response => response.Text);
    }

    private async Task<BatchResult<string>> LabelledBatchAsync(IEnumerable<Wine> wines)
    {
        var pending = wines.ToList();
        var batch = await chat.CompleteBatchAsync(pending, wine => "Labelled " + wine.Year);
        return batch.Map(pending, (wine, item) =>
        {
            var label = wine.Name.Trim();
            var line = label + "!";
            var response = item.Response;
            return line + response.Text;
        });
    }

    private async Task<string> PreparedAsync(Wine wine)
    {
        var label = wine.Name.Trim();
        var response = await chat.GetResponseAsync("Prepared " + label);
        return label + response.Text;
    }

    private async Task<string> LocalFunctionAsync(Wine wine)
    {
        string Label() => wine.Name.Trim();
        var response = await chat.GetResponseAsync("Local function " + Label());
        return response.Text;
    }

    private async Task<string> ParsedAsync(string name)
    {
        var year = int.Parse(name.Length.ToString());
        try
        {
            var response = await chat.GetResponseAsync("Parsed " + year);
            return response.Text;
        }
        catch (FormatException)
        {
            return "no year";
        }
    }

    private async Task<string> RenamedAsync(string name)
    {
        name = name.Trim();
        var response = await chat.GetResponseAsync("Renamed " + name);
        return response.Text;
    }

    private async Task<BatchResult<string>> ListedBatchAsync(IEnumerable<Wine> wines)
    {
        var batch = await chat.CompleteBatchAsync(wines, wine => "Listed " + wine.Name);
        return batch.Map(response =>
        {
            foreach (var line in response.Text.Split('\n'))
            {
                if (line != "")
                {
                    return line;
                }
            }

            return "nothing";
        });
    }
}
