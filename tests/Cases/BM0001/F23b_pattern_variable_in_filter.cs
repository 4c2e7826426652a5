// F23b The condition of the if declares what the prompt and the result use
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'entry', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Events;

public abstract record LogEntry(int Line);

public sealed record ErrorEntry(int Line, string Text) : LogEntry(Line);

public sealed record InfoEntry(int Line) : LogEntry(Line);

public sealed class ErrorAdvisor(IChatClient chat)
{
    public async Task<List<string>> AdviseAsync(IEnumerable<LogEntry> entries, CancellationToken cancellationToken)
    {
        var advice = new List<string>();
        foreach (var entry in entries)
        {
            if (entry is ErrorEntry error)
            {
                var response = await /*BM0001*/chat.GetResponseAsync("How do I mend this? " + error.Text, cancellationToken: cancellationToken);
                advice.Add($"line {error.Line}: {response.Text}");
            }
        }

        return advice;
    }
}
//// run
LogEntry[] entries = [new ErrorEntry(1, "disk full"), new InfoEntry(2), new ErrorEntry(3, "no route to host"), new ErrorEntry(4, "bad gateway")];
foreach (var line in await new ErrorAdvisor(chat).AdviseAsync(entries, cancellationToken))
{
    Log(line);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Events;

public abstract record LogEntry(int Line);

public sealed record ErrorEntry(int Line, string Text) : LogEntry(Line);

public sealed record InfoEntry(int Line) : LogEntry(Line);

public sealed class ErrorAdvisor(IChatClient chat)
{
    public async Task<List<string>> AdviseAsync(IEnumerable<LogEntry> entries, CancellationToken cancellationToken)
    {
        var advice = new List<string>();
        var pending = new List<ErrorEntry>();
        var prompts = new List<string>();
        foreach (var entry in entries)
        {
            if (entry is ErrorEntry error)
            {
                pending.Add(error);
                prompts.Add("How do I mend this? " + error.Text);
            }
        }

        var batch = await chat.CompleteBatchAsync(prompts, cancellationToken: cancellationToken);
        foreach (var (error, item) in pending.Zip(batch))
        {
            var response = item.Response;
            advice.Add($"line {error.Line}: {response.Text}");
        }

        return advice;
    }
}
