// A150h A number that counts up for the requests, and requests that are made inside a try
// verdict: blocked
// blocker: 'number' is changed on line
// message: The calls of 'GetResponseAsync' could be one batch, but 'number' is changed on line 23 before the call and used on line 26 when later items have already changed it again
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Auctions;

public sealed class Lot(string name)
{
    public string Name { get; } = name;

    public List<string> Faults { get; } = [];

    public string Line { get; set; } = "";
}

public sealed class Auctioneer(IChatClient chat)
{
    public async Task DescribeAsync(IReadOnlyList<Lot> lots)
    {
        var number = 100;
        for (var i = lots.Count - 1; i >= 0; i--)
        {
            /*why*/number++;
            try
            {
                var response = await /*BM0010*/chat.GetResponseAsync($"Lot {/*why*/number}: {lots[i].Name}");
                lots[i].Line = response.Text;
            }
            catch (System.InvalidOperationException)
            {
                lots[i].Faults.Add("no description");
            }
        }
    }
}
