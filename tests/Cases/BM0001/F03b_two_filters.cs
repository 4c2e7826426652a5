// F03b Two filters before the call, one of them braceless with a trailing comment
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'message', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Mail;

public sealed class Message
{
    public string Subject { get; set; } = "";

    public string Body { get; set; } = "";

    public bool IsSpam { get; set; }

    public string? Reply { get; set; }
}

public sealed partial class DraftService(IChatClient chat, ILogger<DraftService> logger)
{
    public async Task DraftRepliesAsync(IEnumerable<Message> inbox, CancellationToken cancellationToken)
    {
        foreach (var message in inbox)
        {
            if (message.IsSpam) continue; // never answered

            if (message.Body.Length == 0)
            {
                logger.LogDebug("No body: {Subject}", message.Subject);
                continue;
            }

            var prompt = $"Draft a polite reply to: {message.Body}";
            var response = await /*BM0001*/chat.GetResponseAsync(prompt, cancellationToken: cancellationToken);
            message.Reply = response.Text;
        }
    }
}
//// run
Message[] inbox =
[
    new() { Subject = "A", Body = "When do you open?" },
    new() { Subject = "B", Body = "Win now", IsSpam = true },
    new() { Subject = "C" },
    new() { Subject = "D", Body = "Where is my parcel?" },
    new() { Subject = "E", Body = "Thank you" },
];
try
{
    await new DraftService(chat, Microsoft.Extensions.Logging.Abstractions.NullLogger<DraftService>.Instance).DraftRepliesAsync(inbox, cancellationToken);
}
finally
{
    foreach (var message in inbox)
    {
        Log($"{message.Subject}: {message.Reply ?? "none"}");
    }
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Mail;

public sealed class Message
{
    public string Subject { get; set; } = "";

    public string Body { get; set; } = "";

    public bool IsSpam { get; set; }

    public string? Reply { get; set; }
}

public sealed partial class DraftService(IChatClient chat, ILogger<DraftService> logger)
{
    public async Task DraftRepliesAsync(IEnumerable<Message> inbox, CancellationToken cancellationToken)
    {
        var pending = new List<Message>();
        var prompts = new List<string>();
        foreach (var message in inbox)
        {
            if (message.IsSpam) continue; // never answered

            if (message.Body.Length == 0)
            {
                logger.LogDebug("No body: {Subject}", message.Subject);
                continue;
            }

            var prompt = $"Draft a polite reply to: {message.Body}";
            pending.Add(message);
            prompts.Add(prompt);
        }

        var batch = await chat.CompleteBatchAsync(prompts, cancellationToken: cancellationToken);
        foreach (var (message, item) in pending.Zip(batch))
        {
            var response = item.Response;
            message.Reply = response.Text;
        }
    }
}
