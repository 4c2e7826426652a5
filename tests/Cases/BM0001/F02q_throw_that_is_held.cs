// F02q A throw before the call that a handler holds, in a loop of its own and around
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'line', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Imports;

public sealed class Ledger(IChatClient chat)
{
    public async Task<List<string>> ExplainAsync(IReadOnlyList<string> lines)
    {
        var explained = new List<string>();
        foreach (var line in lines)
        {
            var amount = 0;
            try
            {
                try
                {
                    if (!int.TryParse(line, out amount))
                    {
                        throw new FormatException();
                    }
                }
                catch (OverflowException)
                {
                    amount = -1;
                }
            }
            catch (Exception)
            {
                amount = 0;
            }

            var response = await /*BM0001*/chat.GetResponseAsync("What costs " + amount + "?");
            explained.Add(response.Text);
        }

        return explained;
    }
}
//// run
Log(await new Ledger(chat).ExplainAsync(["12", "twelve", "", "40"]));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Imports;

public sealed class Ledger(IChatClient chat)
{
    public async Task<List<string>> ExplainAsync(IReadOnlyList<string> lines)
    {
        var explained = new List<string>();
        var prompts = new List<string>();
        foreach (var line in lines)
        {
            var amount = 0;
            try
            {
                try
                {
                    if (!int.TryParse(line, out amount))
                    {
                        throw new FormatException();
                    }
                }
                catch (OverflowException)
                {
                    amount = -1;
                }
            }
            catch (Exception)
            {
                amount = 0;
            }

            prompts.Add("What costs " + amount + "?");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            explained.Add(response.Text);
        }

        return explained;
    }
}
