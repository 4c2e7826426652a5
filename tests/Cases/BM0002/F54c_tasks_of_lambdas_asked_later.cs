// F54 Tasks of async lambdas, asked for their results one by one
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Ratings;

public sealed class Rater(IChatClient chat)
{
    public async Task<int> TotalAsync(IReadOnlyCollection<string> reviews)
    {
        var tasks = reviews.Select(async review =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Stars from 0 to 99, only the number: {review}");
            return int.TryParse(response.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var stars) ? stars : 0;
        }).ToList();
        Console.WriteLine($"{tasks.Count} reviews");
        await Task.WhenAll(tasks);
        var best = tasks.Max(task => task.Result);
        return tasks.Select(t => t.Result).Sum() + best;
    }
}
//// run
Log(await new Rater(chat).TotalAsync(["Great", "Poor", "Fine", "Odd"]));
//// fixed
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Ratings;

public sealed class Rater(IChatClient chat)
{
    public async Task<int> TotalAsync(IReadOnlyCollection<string> reviews)
    {
        var responses = await chat.CompleteBatchAsync(reviews, review => $"Stars from 0 to 99, only the number: {review}");
        var batch = responses.Map(response => int.TryParse(response.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var stars) ? stars : 0);
        Console.WriteLine($"{batch.Count} reviews");
        batch.ThrowIfFailed();
        var best = batch.Max(item => item.Response);
        return batch.Select(item => item.Response).Sum() + best;
    }
}
