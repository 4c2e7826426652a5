// S20 Types of the same names that are no model clients
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;

namespace LiveSupport;

public sealed class ChatClient
{
    private readonly List<string> _closed = [];

    public Task<string> CompleteChatAsync(string ticket)
    {
        _closed.Add(ticket);
        return Task.FromResult($"closed {ticket}");
    }
}

public sealed class EndOfDay(ChatClient client)
{
    public async Task<List<string>> CloseAsync(IEnumerable<string> tickets)
    {
        var results = new List<string>();
        foreach (var ticket in tickets)
        {
            results.Add(await client.CompleteChatAsync(ticket));
        }

        return results;
    }
}
