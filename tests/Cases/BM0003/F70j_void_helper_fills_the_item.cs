// F70j A helper without a result writes the answer into its argument
// verdict: fixed
// message: 'DescribeAsync' is called for one item at a time; 'DescribeBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Photos;

public sealed class Photo(string file)
{
    public string File { get; } = file;

    public string? AltText { get; set; }

    public int Words { get; set; }
}

public sealed class AltTextWriter(IChatClient chat)
{
    public async Task WriteAsync(IReadOnlyCollection<Photo> photos, CancellationToken cancellationToken)
    {
        foreach (var photo in photos)
        {
            await /*BM0003*/DescribeAsync(photo, cancellationToken);
        }
    }

    private async Task DescribeAsync(Photo photo, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync($"What may be seen on {photo.File}?", cancellationToken: cancellationToken);
        photo.AltText = response.Text;
        photo.Words = response.Text.Split(' ').Length;
    }
}
//// run
Photo[] photos = [new("beach.jpg"), new("attic.jpg"), new("harbour.jpg"), new("dog.jpg")];
try
{
    await new AltTextWriter(chat).WriteAsync(photos, cancellationToken);
}
finally
{
    Log(string.Join("|", photos.Select(photo => $"{photo.File} {photo.Words} {photo.AltText ?? "none"}")));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Photos;

public sealed class Photo(string file)
{
    public string File { get; } = file;

    public string? AltText { get; set; }

    public int Words { get; set; }
}

public sealed class AltTextWriter(IChatClient chat)
{
    public async Task WriteAsync(IReadOnlyCollection<Photo> photos, CancellationToken cancellationToken)
    {
        await DescribeBatchAsync(photos, cancellationToken);
    }

    private async Task DescribeBatchAsync(IEnumerable<Photo> photos, CancellationToken cancellationToken)
    {
        var pending = photos.ToList();
        var batch = await chat.CompleteBatchAsync(pending, photo => $"What may be seen on {photo.File}?", cancellationToken: cancellationToken);
        foreach (var (photo, item) in pending.Zip(batch))
        {
            var response = item.Response;
            photo.AltText = response.Text;
            photo.Words = response.Text.Split(' ').Length;
        }
    }
}
