// A151b The client is an argument, and a callback in the loop is not taken to put another one in its place
// verdict: fixed
// message: 'StoryAsync' is called for one item at a time; 'StoryBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Kennels;

public sealed class Dog(string name)
{
    public string Name { get; } = name;

    public string Story { get; set; } = "";
}

public sealed class Storyteller(IChatClient chat, Action<string> report)
{
    public async Task TellAsync(IReadOnlyList<Dog> dogs, CancellationToken cancellationToken)
    {
        foreach (var dog in dogs)
        {
            try
            {
                dog.Story = await /*BM0003*/StoryAsync(chat, dog.Name, cancellationToken);
            }
            catch (HttpRequestException)
            {
                report($"No story for {dog.Name}");
            }
        }
    }

    private static async Task<string> StoryAsync(IChatClient chat, string name, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync($"A story of the dog {name}.", cancellationToken: cancellationToken);
        return response.Text.Trim();
    }
}
//// run
Dog[] dogs = [new("Argos"), new("Bella"), new("Cerberus")];
await new Storyteller(chat, text => Log(text)).TellAsync(dogs, cancellationToken);
foreach (var dog in dogs)
{
    Log(dog.Story);
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Kennels;

public sealed class Dog(string name)
{
    public string Name { get; } = name;

    public string Story { get; set; } = "";
}

public sealed class Storyteller(IChatClient chat, Action<string> report)
{
    public async Task TellAsync(IReadOnlyList<Dog> dogs, CancellationToken cancellationToken)
    {
        var batch = await StoryBatchAsync(chat, dogs.Select(dog => dog.Name), cancellationToken);
        foreach (var (dog, item) in dogs.Zip(batch))
        {
            try
            {
                dog.Story = item.Response;
            }
            catch (HttpRequestException)
            {
                report($"No story for {dog.Name}");
            }
        }
    }

    private static async Task<BatchResult<string>> StoryBatchAsync(
        IChatClient chat, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(names, name => $"A story of the dog {name}.", cancellationToken: cancellationToken);
        return batch.Map(response => response.Text.Trim());
    }
}
