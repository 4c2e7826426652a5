// A70b The method checks its token and computes with dates: methods of values that change nothing
// verdict: fixed
// message: 'AdviseOneAsync' is called for one item at a time; 'AdviseOneBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Gardens;

public sealed class Plant(string name, DateTime sown)
{
    public string Name { get; } = name;

    public DateTime Sown { get; } = sown;

    public string? Advice { get; set; }
}

public sealed class Gardener(IChatClient chat)
{
    public async Task AdviseAsync(IReadOnlyList<Plant> plants, DateTime today, CancellationToken cancellationToken)
    {
        foreach (var plant in plants)
        {
            plant.Advice = (await /*BM0003*/AdviseOneAsync(plant, today, cancellationToken))?.Trim() ?? "wait";
        }
    }

    private async Task<string?> AdviseOneAsync(Plant plant, DateTime today, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var age = today.Subtract(plant.Sown).Days;
        var response = await chat.GetResponseAsync($"{plant.Name}, {age} days old: what now?", cancellationToken: cancellationToken);
        return response.Text.Length == 0 ? null : response.Text + today.AddDays(7).ToString(" (yyyy-MM-dd)");
    }
}
//// run
Plant[] plants = [new("Bean", new DateTime(2024, 4, 1)), new("Leek", new DateTime(2024, 3, 2)), new("Kale", new DateTime(2024, 5, 3))];
try
{
    await new Gardener(chat).AdviseAsync(plants, new DateTime(2024, 6, 1), cancellationToken);
}
finally
{
    foreach (var plant in plants)
    {
        Log(plant.Name + ": " + plant.Advice);
    }
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Gardens;

public sealed class Plant(string name, DateTime sown)
{
    public string Name { get; } = name;

    public DateTime Sown { get; } = sown;

    public string? Advice { get; set; }
}

public sealed class Gardener(IChatClient chat)
{
    public async Task AdviseAsync(IReadOnlyList<Plant> plants, DateTime today, CancellationToken cancellationToken)
    {
        var batch = await AdviseOneBatchAsync(plants, today, cancellationToken);
        foreach (var (plant, item) in plants.Zip(batch))
        {
            plant.Advice = item.Response?.Trim() ?? "wait";
        }
    }

    private async Task<BatchResult<string?>> AdviseOneBatchAsync(
        IEnumerable<Plant> plants, DateTime today, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(plants, plant =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var age = today.Subtract(plant.Sown).Days;
            return $"{plant.Name}, {age} days old: what now?";
        }, cancellationToken: cancellationToken);
        return batch.Map<string?>(response => response.Text.Length == 0 ? null : response.Text + today.AddDays(7).ToString(" (yyyy-MM-dd)"));
    }
}
