// F61 A fan-out whose failure is caught around it
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Radio;

public sealed class Programme(IChatClient chat)
{
    public async Task<string> AnnounceAsync(string[] songs)
    {
        var tasks = songs.Select(song => /*BM0002*/chat.GetResponseAsync($"Announce {song}")).ToArray();
        try
        {
            var texts = await Task.WhenAll(tasks);
            return string.Join(" ", texts.Select(text => text.Text));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Console.WriteLine(e.GetType().Name);
            return $"Now some music. ({tasks.Count(task => task.IsCompletedSuccessfully)} of {tasks.Length})";
        }
    }
}
//// run
Log(await new Programme(chat).AnnounceAsync(["Waltz", "Polka", "Jig"]));
//// fixed
using System;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Radio;

public sealed class Programme(IChatClient chat)
{
    public async Task<string> AnnounceAsync(string[] songs)
    {
        var batch = await chat.CompleteBatchAsync(songs, song => $"Announce {song}");
        try
        {
            var texts = batch.GetResponses();
            return string.Join(" ", texts.Select(text => text.Text));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Console.WriteLine(e.GetType().Name);
            return $"Now some music. ({batch.Count(item => item.Succeeded)} of {batch.Count})";
        }
    }
}
