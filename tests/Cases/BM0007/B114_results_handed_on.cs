// B114 Results that a reader gets one by one while the loop runs
// verdict: blocked
// blocker: this call has no batch form that gives its answers one by one
// message: The calls of 'SearchAsync' could be one batch, but this call has no batch form that gives its answers one by one
// uses: Microsoft.Extensions.VectorData.Abstractions
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

public sealed class Song
{
    [VectorStoreKey]
    public string Key { get; set; } = "";
}

public sealed class Radio(VectorStoreCollection<string, Song> songs)
{
    public async IAsyncEnumerable<string> PlayAsync(IEnumerable<string> moods)
    {
        foreach (var mood in moods)
        {
            await foreach (var hit in /*BM0010*//*why*/songs.SearchAsync(mood, 10))
            {
                yield return hit.Record.Key;
            }
        }
    }
}
