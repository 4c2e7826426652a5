// S110 The same record again and again, and a record that is read before it is written
// verdict: silent
// uses: Microsoft.Extensions.VectorData.Abstractions
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

public sealed class Counter
{
    [VectorStoreKey]
    public string Key { get; set; } = "";

    public int Hits { get; set; }
}

public sealed class Statistics(VectorStoreCollection<string, Counter> counters)
{
    public async Task WriteLatestAsync(IEnumerable<int> values)
    {
        foreach (var value in values)
        {
            await counters.UpsertAsync(new Counter { Key = "latest", Hits = value });
        }
    }

    public async Task CountAsync(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            var counter = await counters.GetAsync(key) ?? new Counter { Key = key };
            counter.Hits++;
            await counters.UpsertAsync(counter);
        }
    }

    public async Task HammerAsync(Counter counter)
    {
        for (var i = 0; i < 100; i++)
        {
            await counters.UpsertAsync(counter);
        }
    }
}
