// S71d The helper reads and writes a store of the project
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Facts;

public sealed class FactStore
{
    private readonly List<string> _facts = [];

    public IEnumerable<string> About(string subject) => _facts.Where(fact => fact.Contains(subject));

    public void Add(string fact) => _facts.Add(fact);
}

public sealed class FactFinder(IChatClient chat, FactStore store)
{
    public async Task FindAsync(IEnumerable<string> subjects)
    {
        foreach (var subject in subjects)
        {
            await FindOneAsync(subject);
        }
    }

    private async Task FindOneAsync(string subject)
    {
        var known = string.Join("; ", store.About(subject));
        var response = await chat.GetResponseAsync($"Something new about {subject}. Known: {known}");
        store.Add(response.Text);
    }
}
