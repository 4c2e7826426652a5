// F76e Task.WhenAll over the name of a helper
// verdict: fixed
// message: 'DefineOneAsync' is called for one item at a time; 'DefineOneBatchAsync' sends them together
// message: 'WriteAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Glossaries;

public sealed class Glossary(IChatClient chat)
{
    public async Task<IReadOnlyList<string>> DefineAsync(IReadOnlyList<string> terms)
    {
        var definitions = await Task.WhenAll(/*BM0003*/terms.Select(DefineOneAsync));
        return definitions;
    }

    public async Task PrintAsync(IEnumerable<string> terms)
    {
        var longer = terms.Where(term => term.Length > 3);
        await Task.WhenAll(/*BM0003*/longer.Select(Formatter.WriteAsync));
    }

    private async Task<string> DefineOneAsync(string term)
    {
        var response = await chat.GetResponseAsync($"Define '{term}' in one line.");
        return $"{term}: {response.Text}";
    }

    private Formatter Formatter { get; } = new(chat);
}

public sealed class Formatter(IChatClient chat)
{
    public async Task WriteAsync(string term)
    {
        var response = await chat.GetResponseAsync("A rhyme on " + term);
        System.Console.WriteLine(response.Text.Length > 0);
    }
}
//// run
var glossary = new Glossary(chat);
foreach (var line in await glossary.DefineAsync(["weir", "sluice", "lock"]))
{
    Log(line);
}

await glossary.PrintAsync(["mill", "mud", "marsh", "moor"]);
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Glossaries;

public sealed class Glossary(IChatClient chat)
{
    public async Task<IReadOnlyList<string>> DefineAsync(IReadOnlyList<string> terms)
    {
        var definitions = (await DefineOneBatchAsync(terms)).GetResponses();
        return definitions;
    }

    public async Task PrintAsync(IEnumerable<string> terms)
    {
        var longer = terms.Where(term => term.Length > 3);
        (await Batch.RunAsync(longer, (term, _) => Formatter.WriteAsync(term))).ThrowIfFailed();
    }

    private async Task<BatchResult<string>> DefineOneBatchAsync(IEnumerable<string> terms)
    {
        var pending = terms.ToList();
        var batch = await chat.CompleteBatchAsync(pending, term => $"Define '{term}' in one line.");
        return batch.Map(pending, (term, item) =>
        {
            var response = item.Response;
            return $"{term}: {response.Text}";
        });
    }

    private Formatter Formatter { get; } = new(chat);
}

public sealed class Formatter(IChatClient chat)
{
    public async Task WriteAsync(string term)
    {
        var response = await chat.GetResponseAsync("A rhyme on " + term);
        System.Console.WriteLine(response.Text.Length > 0);
    }
}
