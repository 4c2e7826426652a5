// F113b Records are looked up by their keys
// verdict: fixed
// message: 'GetAsync' is called for one query at a time; 'Batch.RunAsync' sends them together
// uses: Microsoft.Extensions.VectorData.Abstractions
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

public sealed class Chapter
{
    [VectorStoreKey]
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";
}

public sealed class Toc(VectorStoreCollection<string, Chapter> chapters)
{
    public async Task<List<string>> TitlesAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var titles = new List<string>();
        foreach (var id in ids)
        {
            var chapter = await /*BM0007*/chapters.GetAsync(id, cancellationToken: cancellationToken);
            titles.Add(chapter?.Title ?? "(missing)");
        }

        return titles;
    }
}
//// run
var chapters = new Scripted.ScriptedCollection<Chapter>(Ask, c => c.Id);
await chapters.UpsertAsync(new Chapter { Id = "1", Title = "Start" });
await chapters.UpsertAsync(new Chapter { Id = "2", Title = "End" });
Log(await new Toc(chapters).TitlesAsync(["1", "x", "2"], cancellationToken));
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.VectorData;

public sealed class Chapter
{
    [VectorStoreKey]
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";
}

public sealed class Toc(VectorStoreCollection<string, Chapter> chapters)
{
    public async Task<List<string>> TitlesAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var titles = new List<string>();
        var batch = await Batch.RunAsync(
            ids,
            (id, ct) => chapters.GetAsync(id, cancellationToken: ct),
            cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            var chapter = item.Response;
            titles.Add(chapter?.Title ?? "(missing)");
        }

        return titles;
    }
}
