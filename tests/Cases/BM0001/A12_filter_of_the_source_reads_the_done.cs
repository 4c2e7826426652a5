// A12 The source filters lazily by a set that the body fills
// verdict: blocked
// blocker: 'handled' is changed
// message: The calls of 'GetResponseAsync' could be one batch, but 'handled' is changed on line 20 after the call and needed on line 16 before the next one
// why: Where is deferred, so a repeated customer is skipped only because the first one was handled meanwhile
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed record Complaint(string Customer, string Text);

public static class ComplaintDesk
{
    public static async Task<List<string>> ReplyAsync(IChatClient chat, IReadOnlyList<Complaint> complaints)
    {
        var replies = new List<string>();
        var handled = new HashSet<string>();
        foreach (var complaint in complaints.Where(c => !/*why*/handled.Contains(c.Customer)))
        {
            var response = await /*BM0010*/chat.GetResponseAsync($"Reply to: {complaint.Text}");
            replies.Add(response.Text);
            /*why*/handled.Add(complaint.Customer);
        }

        return replies;
    }
}
