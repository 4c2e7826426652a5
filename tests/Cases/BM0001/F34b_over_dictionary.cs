// F34b The loop walks a dictionary
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'pair', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Ledger;

public sealed class AccountExplainer
{
    private readonly IChatClient _chat;
    private readonly Dictionary<string, decimal> _balances;

    public AccountExplainer(IChatClient chat, Dictionary<string, decimal> balances)
    {
        _chat = chat;
        _balances = balances;
    }

    public async Task<List<string>> ExplainAsync()
    {
        var lines = new List<string>();
        foreach (KeyValuePair<string, decimal> pair in _balances)
        {
            if (pair.Value == 0m)
                continue;

            var response = await /*BM0001*/_chat.GetResponseAsync($"Explain a balance of {pair.Value} on '{pair.Key}'.");
            lines.Add(pair.Key + ": " + response.Text);
        }

        return lines;
    }
}
//// run
var balances = new Dictionary<string, decimal> { ["cash"] = 12m, ["loans"] = -300m, ["stock"] = 0m, ["rent"] = 700m };
foreach (var line in await new AccountExplainer(chat, balances).ExplainAsync())
{
    Log(line);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Ledger;

public sealed class AccountExplainer
{
    private readonly IChatClient _chat;
    private readonly Dictionary<string, decimal> _balances;

    public AccountExplainer(IChatClient chat, Dictionary<string, decimal> balances)
    {
        _chat = chat;
        _balances = balances;
    }

    public async Task<List<string>> ExplainAsync()
    {
        var lines = new List<string>();
        var pending = new List<KeyValuePair<string, decimal>>();
        var prompts = new List<string>();
        foreach (KeyValuePair<string, decimal> pair in _balances)
        {
            if (pair.Value == 0m)
                continue;

            pending.Add(pair);
            prompts.Add($"Explain a balance of {pair.Value} on '{pair.Key}'.");
        }

        var batch = await _chat.CompleteBatchAsync(prompts);
        foreach (var (pair, item) in pending.Zip(batch))
        {
            var response = item.Response;
            lines.Add(pair.Key + ": " + response.Text);
        }

        return lines;
    }
}
