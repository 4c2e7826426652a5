// F134c An image for each prompt
// verdict: fixed
// message: This loop makes one 'GenerateImageAsync' round trip per 'book', one after another; 'Batch.RunAsync' sends them together
// uses: OpenAI
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Images;

namespace Covers;

public sealed record Book(string Title, int Year);

public sealed class Painter(ImageClient images)
{
    public async Task<List<string>> PaintAsync(IEnumerable<Book> books, CancellationToken cancellationToken)
    {
        var prompts = new List<string>();
        foreach (var book in books.Where(b => b.Year > 1900))
        {
            GeneratedImage image = await /*BM0001*/images.GenerateImageAsync($"The cover of {book.Title}", cancellationToken: cancellationToken);
            prompts.Add(image.RevisedPrompt);
        }

        return prompts;
    }
}
//// run
foreach (var prompt in await new Painter(new ScriptedImages(Ask)).PaintAsync([new("Tides", 1931), new("Old", 1830), new("Ash", 2001), new("Ice", 1988)], cancellationToken))
{
    Log(prompt);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Images;

namespace Covers;

public sealed record Book(string Title, int Year);

public sealed class Painter(ImageClient images)
{
    public async Task<List<string>> PaintAsync(IEnumerable<Book> books, CancellationToken cancellationToken)
    {
        var prompts = new List<string>();
        var batch = await Batch.RunAsync(
            books.Where(b => b.Year > 1900),
            (book, ct) => images.GenerateImageAsync($"The cover of {book.Title}", cancellationToken: ct),
            cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            GeneratedImage image = item.Response;
            prompts.Add(image.RevisedPrompt);
        }

        return prompts;
    }
}
