// A230p A failure of a write leaves the loop past one of its handlers
// verdict: blocked
// blocker: if a write failed
// message: The calls of 'UpsertAsync' could be one batch, but if a write failed, records that come later would have been written all the same
// uses: Microsoft.Extensions.VectorData.Abstractions
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

namespace Medals;

public sealed class Medal
{
    [VectorStoreKey]
    public string Name { get; set; } = "";
}

public sealed class Cabinet(VectorStoreCollection<string, Medal> medals, List<string> failed)
{
    public async Task KeepAsync(IReadOnlyList<Medal> found)
    {
        foreach (var medal in found)
        {
            try
            {
                await /*BM0010*//*why*/medals.UpsertAsync(medal);
            }
            catch (TimeoutException)
            {
                failed.Add("late: " + medal.Name);
                throw;
            }
            catch (Exception)
            {
                failed.Add(medal.Name);
            }
        }
    }

    public async Task KeepAgainAsync(IReadOnlyList<Medal> found)
    {
        foreach (var medal in found)
        {
            try
            {
                await /*BM0010*//*why*/medals.UpsertAsync(medal);
            }
            catch (TimeoutException)
            {
                failed.Add(medal.Name);
            }
        }
    }
}
