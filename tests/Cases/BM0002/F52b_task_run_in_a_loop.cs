// F52 A loop that starts one task for each item
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Photos;

public sealed class Photo(string place)
{
    public string Place { get; } = place;

    public string Caption { get; set; } = "";
}

public sealed class Captions(IChatClient chat)
{
    public async Task AddAsync(IEnumerable<Photo> photos, CancellationToken cancellationToken)
    {
        var tasks = new List<Task>();
        foreach (var photo in photos)
        {
            tasks.Add(Task.Run(async () =>
            {
                var response = await /*BM0002*/chat.GetResponseAsync($"A caption for a photo of {photo.Place}.", cancellationToken: cancellationToken);
                photo.Caption = response.Text;
            }));
        }

        await Task.WhenAll(tasks);
    }
}
//// run
Photo[] photos = [new("Lisbon"), new("Oslo"), new("Riga")];
await new Captions(chat).AddAsync(photos, cancellationToken);
foreach (var photo in photos)
{
    Log(photo.Caption);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Photos;

public sealed class Photo(string place)
{
    public string Place { get; } = place;

    public string Caption { get; set; } = "";
}

public sealed class Captions(IChatClient chat)
{
    public async Task AddAsync(IEnumerable<Photo> photos, CancellationToken cancellationToken)
    {
        var items = photos.ToList();
        var batch = await chat.CompleteBatchAsync(
            items,
            photo => $"A caption for a photo of {photo.Place}.",
            cancellationToken: cancellationToken);
        batch.Apply(items, (photo, item) =>
        {
            var response = item.Response;
            photo.Caption = response.Text;
        }).ThrowIfFailed();
    }
}
