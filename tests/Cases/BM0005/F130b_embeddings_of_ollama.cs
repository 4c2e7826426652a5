// F130b Embeddings of Ollama, in an initializer
// verdict: fixed
// message: 'EmbedAsync' is called for one input at a time; 'Batch.RunAsync' sends them together
// uses: OllamaSharp
using System.Collections.Generic;
using System.Threading.Tasks;
using OllamaSharp;

namespace Songs;

public sealed record Song(string Title, float[] Vector);

public static class Library
{
    public static async Task<List<Song>> LoadAsync(IOllamaApiClient ollama, string[] titles)
    {
        var songs = new List<Song>();
        foreach (var title in titles)
        {
            songs.Add(new Song(title, (await /*BM0005*/ollama.EmbedAsync(title)).Embeddings[0]));
        }

        return songs;
    }
}
//// run
foreach (var song in await Library.LoadAsync(new ScriptedOllama(Ask), ["Dawn", "Noon", "Dusk"]))
{
    Log($"{song.Title} {song.Vector[0]}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OllamaSharp;

namespace Songs;

public sealed record Song(string Title, float[] Vector);

public static class Library
{
    public static async Task<List<Song>> LoadAsync(IOllamaApiClient ollama, string[] titles)
    {
        var songs = new List<Song>();
        var batch = await Batch.RunAsync(titles, (title, ct) => ollama.EmbedAsync(title, cancellationToken: ct));
        foreach (var (title, item) in titles.Zip(batch))
        {
            songs.Add(new Song(title, item.Response.Embeddings[0]));
        }

        return songs;
    }
}
