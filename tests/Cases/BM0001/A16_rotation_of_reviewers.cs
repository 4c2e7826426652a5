// A16 A queue is rotated: taken from before the call, put back after it
// verdict: blocked
// blocker: 'reviewers' is changed
// message: The calls of 'GetResponseAsync' could be one batch, but 'reviewers' is changed on line 17 after the call and needed on line 14 before the next one
// why: with all prepares first the queue would run empty
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public static class PeerReview
{
    public static async Task<List<(string Reviewer, string Review)>> ReviewAsync(IChatClient chat, IEnumerable<string> papers, Queue<string> reviewers)
    {
        var reviews = new List<(string, string)>();
        foreach (var paper in papers)
        {
            var reviewer = /*why*/reviewers.Dequeue();
            var response = await /*BM0010*/chat.GetResponseAsync($"Review as {reviewer}: {paper}");
            reviews.Add((reviewer, response.Text));
            /*why*/reviewers.Enqueue(reviewer);
        }

        return reviews;
    }
}
