// F70g The helper returns a record that it makes from the answer
// verdict: fixed
// message: 'JudgeAsync' is called for one item at a time; 'JudgeBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Reviews;

public sealed record Verdict(string Label, int Length);

public sealed class ReviewJudge(IChatClient chat)
{
    public async Task<IReadOnlyList<Verdict>> JudgeAllAsync(IEnumerable<string> reviews)
    {
        var verdicts = new List<Verdict>();
        foreach (var review in reviews)
        {
            var verdict = await /*BM0003*/JudgeAsync(review);
            verdicts.Add(verdict with { Label = verdict.Label.TrimEnd('.') });
        }

        return verdicts;
    }

    private async Task<Verdict> JudgeAsync(string review)
    {
        var response = await chat.GetResponseAsync([new ChatMessage(ChatRole.System, "Good or bad?"), new ChatMessage(ChatRole.User, review)]);
        var words = response.Text.Split(' ');
        return new Verdict(words[0], words.Length);
    }
}
//// run
foreach (var verdict in await new ReviewJudge(chat).JudgeAllAsync(["Lovely.", "Never again.", "Fine, but loud."]))
{
    Log(verdict);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Reviews;

public sealed record Verdict(string Label, int Length);

public sealed class ReviewJudge(IChatClient chat)
{
    public async Task<IReadOnlyList<Verdict>> JudgeAllAsync(IEnumerable<string> reviews)
    {
        var verdicts = new List<Verdict>();
        var batch = await JudgeBatchAsync(reviews);
        foreach (var item in batch)
        {
            var verdict = item.Response;
            verdicts.Add(verdict with { Label = verdict.Label.TrimEnd('.') });
        }

        return verdicts;
    }

    private async Task<BatchResult<Verdict>> JudgeBatchAsync(IEnumerable<string> reviews)
    {
        var batch = await chat.CompleteBatchAsync(
            reviews,
            review => [new ChatMessage(ChatRole.System, "Good or bad?"), new ChatMessage(ChatRole.User, review)]);
        return batch.Map(response =>
        {
            var words = response.Text.Split(' ');
            return new Verdict(words[0], words.Length);
        });
    }
}
