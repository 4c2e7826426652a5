// F13a Three locals cross from the request to what is done with the answer
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'clause', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Contracts;

public sealed record Clause(string Title, string Text, DateOnly Signed);

public sealed class ClauseAudit(ChatClient client)
{
    public async Task<List<string>> AuditAsync(IEnumerable<Clause> clauses, DateOnly today, CancellationToken cancellationToken)
    {
        var findings = new List<string>();
        foreach (var clause in clauses)
        {
            var age = today.DayNumber - clause.Signed.DayNumber;
            var title = clause.Title.ToUpperInvariant();
            var excerpt = clause.Text.Length > 20 ? clause.Text[..20] : clause.Text;

            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                [new SystemChatMessage("Is the clause still valid law?"), new UserChatMessage($"{title} ({age} days old): {clause.Text}")],
                cancellationToken: cancellationToken);

            findings.Add($"{title}, {age} days, '{excerpt}': {completion.Content[0].Text}");
        }

        return findings;
    }
}
//// run
Clause[] clauses =
[
    new("Rent", "The rent is due on the third working day.", new DateOnly(2020, 1, 31)),
    new("Pets", "No pets.", new DateOnly(2021, 6, 1)),
    new("Noise", "Quiet from ten at night until six.", new DateOnly(2024, 2, 29)),
];
foreach (var finding in await new ClauseAudit(client).AuditAsync(clauses, new DateOnly(2025, 1, 1), cancellationToken))
{
    Log(finding);
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Contracts;

public sealed record Clause(string Title, string Text, DateOnly Signed);

public sealed class ClauseAudit(ChatClient client)
{
    public async Task<List<string>> AuditAsync(IEnumerable<Clause> clauses, DateOnly today, CancellationToken cancellationToken)
    {
        var findings = new List<string>();
        var pending = new List<(Clause clause, int age, string title)>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var clause in clauses)
        {
            var age = today.DayNumber - clause.Signed.DayNumber;
            var title = clause.Title.ToUpperInvariant();

            pending.Add((clause, age, title));
            messagesList.Add([new SystemChatMessage("Is the clause still valid law?"), new UserChatMessage($"{title} ({age} days old): {clause.Text}")]);
        }

        var batch = await client.CompleteBatchAsync(messagesList, cancellationToken: cancellationToken);
        foreach (var ((clause, age, title), item) in pending.Zip(batch))
        {
            var excerpt = clause.Text.Length > 20 ? clause.Text[..20] : clause.Text;

            ChatCompletion completion = item.Response;

            findings.Add($"{title}, {age} days, '{excerpt}': {completion.Content[0].Text}");
        }

        return findings;
    }
}
