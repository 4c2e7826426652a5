// F70s The helper returns null where the answer is of no use
// verdict: fixed
// message: 'SenderOfAsync' is called for one item at a time; 'SenderOfBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Contacts;

public sealed class NameFinder(IChatClient chat)
{
    public async Task<List<string>> FindAsync(IEnumerable<string> mails)
    {
        var names = new List<string>();
        foreach (var mail in mails)
        {
            var name = await /*BM0003*/SenderOfAsync(mail);
            if (name is null)
            {
                continue;
            }

            names.Add(name.ToUpperInvariant());
        }

        return names;
    }

    private async Task<string?> SenderOfAsync(string mail)
    {
        var text = (await chat.GetResponseAsync("Only the sender's name: " + mail)).Text;
        if (string.IsNullOrWhiteSpace(text) || text == "no")
        {
            return null;
        }

        return text.Trim();
    }
}
//// run
foreach (var name in await new NameFinder(chat).FindAsync(["Yours, Ada", "Best, B.", "(no text)", "Cheers, Cy", "D", "Ed"]))
{
    Log(name);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Contacts;

public sealed class NameFinder(IChatClient chat)
{
    public async Task<List<string>> FindAsync(IEnumerable<string> mails)
    {
        var names = new List<string>();
        var batch = await SenderOfBatchAsync(mails);
        foreach (var item in batch)
        {
            var name = item.Response;
            if (name is null)
            {
                continue;
            }

            names.Add(name.ToUpperInvariant());
        }

        return names;
    }

    private async Task<BatchResult<string?>> SenderOfBatchAsync(IEnumerable<string> mails)
    {
        var batch = await chat.CompleteBatchAsync(mails, mail => "Only the sender's name: " + mail);
        return batch.Map<string?>(response =>
        {
            var text = response.Text;
            if (string.IsNullOrWhiteSpace(text) || text == "no")
            {
                return null;
            }

            return text.Trim();
        });
    }
}
