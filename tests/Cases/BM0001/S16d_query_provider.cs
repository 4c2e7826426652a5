// S16 The call stands in a query that a provider translates
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using OpenAI.Chat;

namespace Jobs;

public sealed record Ticket(int Id, string Title, string Team);

public sealed class TicketQueries(ChatClient client, IQueryable<Ticket> tickets)
{
    public IEnumerable<IQueryable<ChatCompletion>> ForTeams(string[] teams)
    {
        var queries = new List<IQueryable<ChatCompletion>>();
        foreach (var team in teams)
        {
            queries.Add(tickets.Where(t => t.Team == team).Select(t => client.CompleteChat(new UserChatMessage(t.Title)).Value));
        }

        return queries;
    }
}
