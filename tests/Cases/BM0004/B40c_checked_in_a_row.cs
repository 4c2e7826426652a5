// B40c A block between two calls that is compiled in another way: nothing is moved across it
// verdict: silent
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Meters;

public sealed class Pair(IChatClient chat)
{
    public async Task<string> CompareAsync(string first, int second)
    {
        var one = await chat.GetResponseAsync(first);
        checked
        {
            second *= 2;
        }

        var two = await chat.GetResponseAsync("Of " + second);
        return one.Text + two.Text;
    }
}
