// A70d A comment between the arrow and the expression of the method
// verdict: fixed
// message: 'WriteOneAsync' is called for one item at a time; 'WriteOneBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Ferries;

public sealed class Notices(IChatClient chat)
{
    public async Task<List<string>> WriteAsync(IEnumerable<string> delays)
    {
        var notices = new List<string>();
        foreach (var delay in delays)
        {
            notices.Add(await /*BM0003*/WriteOneAsync(delay));
        }

        return notices;
    }

    private async Task<string> WriteOneAsync(string delay) =>
        // Short: it has to fit on the board.
        (await chat.GetResponseAsync("In ten words: " + delay)).Text;
}
//// run
Log(string.Join("|", await new Notices(chat).WriteAsync(["late by 5", "fog", "late by 20"])));
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Ferries;

public sealed class Notices(IChatClient chat)
{
    public async Task<List<string>> WriteAsync(IEnumerable<string> delays)
    {
        var notices = new List<string>();
        var batch = await WriteOneBatchAsync(delays);
        foreach (var item in batch)
        {
            notices.Add(item.Response);
        }

        return notices;
    }

    private async Task<BatchResult<string>> WriteOneBatchAsync(IEnumerable<string> delays)
    {
        // Short: it has to fit on the board.
        var batch = await chat.CompleteBatchAsync(delays, delay => "In ten words: " + delay);
        return batch.Map(response => response.Text);
    }
}
