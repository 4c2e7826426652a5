// B51 A semaphore of the whole service holds the calls back
// verdict: blocked
// blocker: a semaphore that is used elsewhere too holds the calls back, and a batch has a limit of its own
// message: The calls of 'GetResponseAsync' could be one batch, but a semaphore that is used elsewhere too holds the calls back, and a batch has a limit of its own
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Tenants;

public sealed class TenantService(IChatClient chat)
{
    private static readonly SemaphoreSlim Slots = new(10);

    public async Task<string[]> GreetAsync(IReadOnlyList<string> tenants)
    {
        return await Task.WhenAll(tenants.Select(async tenant =>
        {
            /*why*/await Slots.WaitAsync();
            try
            {
                var response = await /*BM0010*/chat.GetResponseAsync($"Greet {tenant}");
                return response.Text;
            }
            finally
            {
                Slots.Release();
            }
        }));
    }
}
