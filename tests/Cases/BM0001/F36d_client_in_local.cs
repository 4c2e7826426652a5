// F36d The client is a local that is made before the loop
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per item, one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Factories;

public sealed class Annotator(Func<string, IChatClient> clients)
{
    public async Task<string[]> AnnotateAsync(IReadOnlyList<string> verses)
    {
        using var chat = clients("annotations");
        var notes = new string[verses.Count];
        for (var i = 0; i < notes.Length; ++i)
        {
            var response = await /*BM0001*/chat.GetResponseAsync($"Annotate: {verses[i]}");
            notes[i] = response.Text;
        }

        return notes;
    }
}
//// run
Log(string.Join("|", await new Annotator(_ => chat).AnnotateAsync(["Shall I compare thee", "My heart aches", "I wandered lonely"])));
//// fixed
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Factories;

public sealed class Annotator(Func<string, IChatClient> clients)
{
    public async Task<string[]> AnnotateAsync(IReadOnlyList<string> verses)
    {
        using var chat = clients("annotations");
        var notes = new string[verses.Count];
        var prompts = new List<string>();
        for (var i = 0; i < notes.Length; ++i)
        {
            prompts.Add($"Annotate: {verses[i]}");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        for (var i = 0; i < notes.Length; ++i)
        {
            var response = batch[i].Response;
            notes[i] = response.Text;
        }

        return notes;
    }
}
