// F57 Parallel.ForEachAsync over a range, results in an array by index
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Chess;

public sealed class Commentator(IChatClient chat)
{
    public async Task<string[]> CommentAsync(IReadOnlyList<string> moves)
    {
        var comments = new string[moves.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, moves.Count), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (i, _) =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Comment on move {i + 1}: {moves[i]}");
            comments[i] = response.Text;
        });
        return comments;
    }
}
//// run
foreach (var comment in await new Commentator(chat).CommentAsync(["e4", "c5", "Nf3", "d6"]))
{
    Log(comment);
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Chess;

public sealed class Commentator(IChatClient chat)
{
    public async Task<string[]> CommentAsync(IReadOnlyList<string> moves)
    {
        var comments = new string[moves.Count];
        var items = Enumerable.Range(0, moves.Count).ToList();
        var batch = await chat.CompleteBatchAsync(
            items,
            i => $"Comment on move {i + 1}: {moves[i]}",
            batchOptions: new BatchOptions { MaxConcurrency = Environment.ProcessorCount });
        batch.Apply(items, (i, item) =>
        {
            var response = item.Response;
            comments[i] = response.Text;
        }).ThrowIfFailed();
        return comments;
    }
}
