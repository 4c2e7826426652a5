// B52 A list that is cleared and filled again for each task
// verdict: blocked
// blocker: 'shared' is changed on line
// message: The calls of 'GetResponseAsync' could be one batch, but 'shared' is changed on line 16 before the call and used on line 18 when later items have already changed it again
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Postcards;

public static class Writer
{
    public static async Task<List<string>> WriteAsync(IChatClient chat, IEnumerable<string> places)
    {
        var tasks = new List<Task<ChatResponse>>();
        var shared = new List<ChatMessage>();
        foreach (var place in places)
        {
            /*why*/shared.Clear();
            shared.Add(new ChatMessage(ChatRole.User, $"A postcard from {place}"));
            tasks.Add(/*BM0010*//*why*/chat.GetResponseAsync(shared));
        }

        var responses = await Task.WhenAll(tasks);
        return responses.Select(response => response.Text).ToList();
    }
}
