// A70c A local function whose name is also that of a method of something else
// verdict: fixed
// message: 'Add' is called for one item at a time; 'AddBatch' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Choirs;

public static class Programmes
{
    public static async Task<List<string>> NotesAsync(IChatClient chat, IEnumerable<string> pieces)
    {
        var notes = new List<string>();
        foreach (var piece in pieces)
        {
            await /*BM0003*/Add(piece);
        }

        return notes;

        async Task Add(string p)
        {
            var response = await chat.GetResponseAsync("A programme note for " + p);
            notes.Add(response.Text);
        }
    }
}
//// run
Log(string.Join("|", await Programmes.NotesAsync(chat, ["Spem in alium", "Miserere", "Os justi"])));
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Choirs;

public static class Programmes
{
    public static async Task<List<string>> NotesAsync(IChatClient chat, IEnumerable<string> pieces)
    {
        var notes = new List<string>();
        await AddBatch(pieces);

        return notes;

        async Task AddBatch(IEnumerable<string> inputs)
        {
            var batch = await chat.CompleteBatchAsync(inputs, p => "A programme note for " + p);
            foreach (var item in batch)
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
        }
    }
}
