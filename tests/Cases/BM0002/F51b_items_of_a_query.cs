// F51 The items are a query, which is walked once
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Moderation;

public sealed record Comment(int Id, string Text, bool IsHidden);

public sealed class Moderator(IChatClient chat)
{
    public async Task<List<int>> FindRudeAsync(IEnumerable<Comment> comments)
    {
        var verdicts = await Task.WhenAll(comments.Where(comment => !comment.IsHidden).Select(async comment =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Is this rude? yes or no: {comment.Text}");
            return (comment.Id, IsRude: response.Text.StartsWith("yes", StringComparison.OrdinalIgnoreCase));
        }));
        return verdicts.Where(verdict => verdict.IsRude).Select(verdict => verdict.Id).ToList();
    }
}
//// run
Log(string.Join(",", await new Moderator(chat).FindRudeAsync([new(1, "Nice.", false), new(2, "Go away.", false), new(3, "Hidden.", true), new(4, "Hm.", false), new(5, "Well.", false)])));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Moderation;

public sealed record Comment(int Id, string Text, bool IsHidden);

public sealed class Moderator(IChatClient chat)
{
    public async Task<List<int>> FindRudeAsync(IEnumerable<Comment> comments)
    {
        var items = comments.Where(comment => !comment.IsHidden).ToList();
        var batch = await chat.CompleteBatchAsync(items, comment => $"Is this rude? yes or no: {comment.Text}");
        var verdicts = batch.Map(items, (comment, item) =>
        {
            var response = item.Response;
            return (comment.Id, IsRude: response.Text.StartsWith("yes", StringComparison.OrdinalIgnoreCase));
        }).GetResponses();
        return verdicts.Where(verdict => verdict.IsRude).Select(verdict => verdict.Id).ToList();
    }
}
