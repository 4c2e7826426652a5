// F06 try with two catches, a filter on one of them, and a finally
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'claim', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.ClientModel;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Claims;

public sealed class Claim(string number, string story)
{
    public string Number { get; } = number;

    public string Story { get; } = story;

    public string Outcome { get; set; } = "open";
}

public sealed class ClaimReader(ChatClient client)
{
    public int Seen { get; private set; }

    public int Throttled { get; private set; }

    public async Task ReadAsync(IEnumerable<Claim> claims)
    {
        foreach (var claim in claims)
        {
            try
            {
                ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                    [new SystemChatMessage("Does the policy cover this?"), new UserChatMessage(claim.Story)]);
                claim.Outcome = completion.Content[0].Text;
            }
            catch (ClientResultException e) when (e.Status == 429)
            {
                Throttled++;
                claim.Outcome = "later";
            }
            catch (Exception e) when (e is ClientResultException or TimeoutException)
            {
                claim.Outcome = "failed: " + e.GetType().Name;
            }
            finally
            {
                Seen++;
            }
        }
    }
}
//// run
Claim[] claims = [new("K1", "hail on the roof"), new("K2", "lost keys"), new("K3", "water in the cellar"), new("K4", "stolen bicycle")];
var reader = new ClaimReader(client);
try
{
    await reader.ReadAsync(claims);
}
finally
{
    Log($"seen {reader.Seen}, throttled {reader.Throttled}");
    Log(string.Join("; ", claims.Select(claim => claim.Number + " " + claim.Outcome)));
}
//// fixed
using System;
using System.ClientModel;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Claims;

public sealed class Claim(string number, string story)
{
    public string Number { get; } = number;

    public string Story { get; } = story;

    public string Outcome { get; set; } = "open";
}

public sealed class ClaimReader(ChatClient client)
{
    public int Seen { get; private set; }

    public int Throttled { get; private set; }

    public async Task ReadAsync(IEnumerable<Claim> claims)
    {
        var pending = new List<Claim>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var claim in claims)
        {
            pending.Add(claim);
            messagesList.Add([new SystemChatMessage("Does the policy cover this?"), new UserChatMessage(claim.Story)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (claim, item) in pending.Zip(batch))
        {
            try
            {
                ChatCompletion completion = item.Response;
                claim.Outcome = completion.Content[0].Text;
            }
            catch (ClientResultException e) when (e.Status == 429)
            {
                Throttled++;
                claim.Outcome = "later";
            }
            catch (Exception e) when (e is ClientResultException or TimeoutException)
            {
                claim.Outcome = "failed: " + e.GetType().Name;
            }
            finally
            {
                Seen++;
            }
        }
    }
}
