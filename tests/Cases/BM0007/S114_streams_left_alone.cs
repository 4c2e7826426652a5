// S114 Streams of results that have to be read one search after another
// verdict: silent
// uses: Microsoft.Extensions.VectorData.Abstractions
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

public sealed class Note
{
    [VectorStoreKey]
    public string Key { get; set; } = "";

    public string Text { get; set; } = "";
}

public sealed class Notebook(VectorStoreCollection<string, Note> notes)
{
    // The first that is good enough.
    public async Task<Note?> FirstAsync(IEnumerable<string> queries)
    {
        foreach (var query in queries)
        {
            await foreach (var hit in notes.SearchAsync(query, 3))
            {
                if (hit.Score > 0.9)
                {
                    return hit.Record;
                }
            }
        }

        return null;
    }

    // From one note to the next.
    public async Task<string> FollowAsync(string query)
    {
        for (var step = 0; step < 5; step++)
        {
            await foreach (var hit in notes.SearchAsync(query, 1))
            {
                query = hit.Record.Text;
            }
        }

        return query;
    }

    // What one search finds is changed before the next.
    public async Task MarkAsync(IEnumerable<string> queries)
    {
        foreach (var query in queries)
        {
            await foreach (var hit in notes.SearchAsync(query, 3))
            {
                hit.Record.Text += " (seen)";
                await notes.UpsertAsync(hit.Record);
            }
        }
    }

    // One search has nothing to be put together with.
    public async Task<List<string>> OnceAsync(string query)
    {
        var texts = new List<string>();
        await foreach (var hit in notes.SearchAsync(query, 3))
        {
            texts.Add(hit.Record.Text);
        }

        return texts;
    }
}
