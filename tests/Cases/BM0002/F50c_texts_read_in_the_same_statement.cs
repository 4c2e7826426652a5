// F50 The answers are read in the statement that waits for them
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Meetings;

public sealed record Topic(string Title, TimeSpan Length);

public sealed class Agenda(IChatClient chat, ChatOptions options)
{
    public async Task<string> DraftAsync(Topic[] topics, CancellationToken cancellationToken)
    {
        var lines = (await Task.WhenAll(topics.Select(topic =>
        {
            var prompt = $"One agenda line for '{topic.Title}', {topic.Length.TotalMinutes} minutes.";
            return /*BM0002*/chat.GetResponseAsync(prompt, options, cancellationToken);
        }))).Select(response => response.Text.Trim()).ToList();
        return string.Join("\n", lines);
    }
}
//// run
Log(await new Agenda(chat, new ChatOptions { Temperature = 0 }).DraftAsync([new("Budget", TimeSpan.FromMinutes(20)), new("Hiring", TimeSpan.FromMinutes(10))], cancellationToken));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Meetings;

public sealed record Topic(string Title, TimeSpan Length);

public sealed class Agenda(IChatClient chat, ChatOptions options)
{
    public async Task<string> DraftAsync(Topic[] topics, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(
            topics,
            topic => $"One agenda line for '{topic.Title}', {topic.Length.TotalMinutes} minutes.",
            options,
            cancellationToken: cancellationToken);
        var lines = batch.GetResponses().Select(response => response.Text.Trim()).ToList();
        return string.Join("\n", lines);
    }
}
