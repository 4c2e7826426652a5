// F74a The helper returns early where there is nothing to ask
// verdict: fixed
// message: 'SummariseAsync' is called for one item at a time; 'SummariseBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Helpdesk;

public sealed class MailSummaries
{
    private readonly IChatClient _chatClient;

    public MailSummaries(IChatClient chatClient) => _chatClient = chatClient;

    public async Task<List<string>> SummariseAllAsync(IEnumerable<string> mails, CancellationToken cancellationToken)
    {
        var summaries = new List<string>();
        foreach (var mail in mails)
        {
            var summary = await /*BM0003*/SummariseAsync(mail, cancellationToken);
            summaries.Add(summary);
        }

        return summaries;
    }

    private async Task<string> SummariseAsync(string mail, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(mail))
        {
            return string.Empty;
        }

        var response = await _chatClient.GetResponseAsync("Summarise this mail: " + mail, cancellationToken: cancellationToken);
        return response.Text;
    }
}
//// run
foreach (var summary in await new MailSummaries(chat).SummariseAllAsync(["Hello", "", "My door squeaks.", "   ", "Bye", "Where is it?"], cancellationToken))
{
    Log("[" + summary + "]");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Helpdesk;

public sealed class MailSummaries
{
    private readonly IChatClient _chatClient;

    public MailSummaries(IChatClient chatClient) => _chatClient = chatClient;

    public async Task<List<string>> SummariseAllAsync(IEnumerable<string> mails, CancellationToken cancellationToken)
    {
        var summaries = new List<string>();
        var batch = await SummariseBatchAsync(mails, cancellationToken);
        foreach (var item in batch)
        {
            var summary = item.Response;
            summaries.Add(summary);
        }

        return summaries;
    }

    private async Task<BatchResult<string>> SummariseBatchAsync(IEnumerable<string> mails, CancellationToken cancellationToken)
    {
        var pending = mails.ToList();
        var batch = await _chatClient.CompleteBatchAsync(pending, mail =>
        {
            if (string.IsNullOrWhiteSpace(mail))
            {
                return null;
            }

            return "Summarise this mail: " + mail;
        }, cancellationToken: cancellationToken);
        return batch.Map(pending, (_, item) =>
        {
            if (item.Skipped)
            {
                return string.Empty;
            }

            var response = item.Response;
            return response.Text;
        });
    }
}
