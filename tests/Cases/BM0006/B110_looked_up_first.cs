// B110 What was written decides what is written next
// verdict: blocked
// blocker: known
// message: The calls of 'UpsertAsync' could be one batch, but 'known' is changed on line 25 after the call and needed on line 19 before the next one
// uses: Microsoft.Extensions.VectorData.Abstractions
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

public sealed class Url
{
    [VectorStoreKey]
    public string Key { get; set; } = "";
}

public sealed class Crawler(VectorStoreCollection<string, Url> urls)
{
    private int known;

    public async Task AddAsync(IReadOnlyList<string> found)
    {
        foreach (var url in found)
        {
            if (/*why*/known > 1000)
            {
                continue;
            }

            await /*BM0010*/urls.UpsertAsync(new Url { Key = url });
            /*why*/known++;
        }
    }
}
