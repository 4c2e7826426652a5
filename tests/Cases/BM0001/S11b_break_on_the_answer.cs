// S11 A search that breaks on the answer and remembers what it has found
// verdict: silent
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Routing;

public sealed class DepartmentRouter(IChatClient chat)
{
    public async Task<string> RouteAsync(string ticket, string[] departments)
    {
        string target = "general";
        foreach (string department in departments)
        {
            var reply = await chat.GetResponseAsync($"Is this a matter for {department}? {ticket}");
            if (reply.Text is "yes" or "Yes")
            {
                target = department;
                break;
            }
        }

        return target;
    }
}
