// F51 An async lambda that prepares a request and reads its answer
// verdict: fixed
// message: These 'CompleteChatAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Support;

public sealed record Ticket(int Number, string Subject, string Body);

public sealed class TicketSummariser(ChatClient client)
{
    public async Task<IReadOnlyList<string>> SummariseAsync(IReadOnlyList<Ticket> tickets, CancellationToken cancellationToken = default)
    {
        var summaries = await Task.WhenAll(tickets.Select(async ticket =>
        {
            // The subject alone is often enough.
            var text = ticket.Body.Length == 0 ? ticket.Subject : $"{ticket.Subject}\n\n{ticket.Body}";
            var messages = new List<ChatMessage>
            {
                new SystemChatMessage("Summarise the ticket in one sentence."),
                new UserChatMessage(text),
            };

            ChatCompletion completion = await /*BM0002*/client.CompleteChatAsync(messages, cancellationToken: cancellationToken);
            return $"#{ticket.Number}: {completion.Content[0].Text}";
        }));

        return summaries;
    }
}
//// run
foreach (var line in await new TicketSummariser(client).SummariseAsync([new(1, "Login", "It fails."), new(2, "Printer", ""), new(3, "Invoice", "Wrong sum.")], cancellationToken))
{
    Log(line);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Support;

public sealed record Ticket(int Number, string Subject, string Body);

public sealed class TicketSummariser(ChatClient client)
{
    public async Task<IReadOnlyList<string>> SummariseAsync(IReadOnlyList<Ticket> tickets, CancellationToken cancellationToken = default)
    {
        var batch = await client.CompleteBatchAsync(tickets, ticket =>
        {
            // The subject alone is often enough.
            var text = ticket.Body.Length == 0 ? ticket.Subject : $"{ticket.Subject}\n\n{ticket.Body}";
            var messages = new List<ChatMessage>
            {
                new SystemChatMessage("Summarise the ticket in one sentence."),
                new UserChatMessage(text),
            };

            return messages;
        }, cancellationToken: cancellationToken);
        var summaries = batch.Map(tickets, (ticket, item) =>
        {
            ChatCompletion completion = item.Response;
            return $"#{ticket.Number}: {completion.Content[0].Text}";
        }).GetResponses();

        return summaries;
    }
}
