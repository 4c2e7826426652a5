// F19f A foreach without braces
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'riddle', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Riddles;

public sealed class RiddleBook
{
    private readonly IChatClient chat;

    public RiddleBook(IChatClient chat) => this.chat = chat;

    public async Task<List<ChatResponse>> SolveAsync(IEnumerable<string> riddles)
    {
        var solutions = new List<ChatResponse>();
        foreach (var riddle in riddles)
            solutions.Add(await /*BM0001*/chat.GetResponseAsync(riddle));
        return solutions;
    }
}
//// run
foreach (var solution in await new RiddleBook(chat).SolveAsync(["What has keys?", "What runs?", "What has teeth?"]))
{
    Log(solution.Text);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Riddles;

public sealed class RiddleBook
{
    private readonly IChatClient chat;

    public RiddleBook(IChatClient chat) => this.chat = chat;

    public async Task<List<ChatResponse>> SolveAsync(IEnumerable<string> riddles)
    {
        var solutions = new List<ChatResponse>();
        var batch = await chat.CompleteBatchAsync(riddles);
        foreach (var item in batch)
            solutions.Add(item.Response);
        return solutions;
    }
}
