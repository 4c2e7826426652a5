// F70b An expression-bodied helper, its text written to the item
// verdict: fixed
// message: 'WriteBlurbAsync' is called for one item at a time; 'WriteBlurbBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Library;

public sealed class Book
{
    public required string Title { get; init; }

    public string? Blurb { get; set; }
}

public sealed class BlurbService
{
    private readonly IChatClient _chat;

    public BlurbService(IChatClient chat) => _chat = chat;

    public async Task FillAsync(IEnumerable<Book> books, CancellationToken cancellationToken)
    {
        foreach (var book in books)
        {
            book.Blurb = await /*BM0003*/WriteBlurbAsync(book.Title, cancellationToken);
        }
    }

    private async Task<string> WriteBlurbAsync(string title, CancellationToken cancellationToken) =>
        (await _chat.GetResponseAsync($"A blurb for the book '{title}'.", cancellationToken: cancellationToken)).Text;
}
//// run
Book[] books = [new() { Title = "The Weir" }, new() { Title = "Salt Road" }, new() { Title = "Nine Lanterns" }];
try
{
    await new BlurbService(chat).FillAsync(books, cancellationToken);
}
finally
{
    Log(string.Join("|", books.Select(book => book.Title + ": " + (book.Blurb ?? "none"))));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Library;

public sealed class Book
{
    public required string Title { get; init; }

    public string? Blurb { get; set; }
}

public sealed class BlurbService
{
    private readonly IChatClient _chat;

    public BlurbService(IChatClient chat) => _chat = chat;

    public async Task FillAsync(IEnumerable<Book> books, CancellationToken cancellationToken)
    {
        var pending = books.ToList();
        var batch = await WriteBlurbBatchAsync(pending.Select(book => book.Title), cancellationToken);
        foreach (var (book, item) in pending.Zip(batch))
        {
            book.Blurb = item.Response;
        }
    }

    private async Task<BatchResult<string>> WriteBlurbBatchAsync(IEnumerable<string> titles, CancellationToken cancellationToken)
    {
        var batch = await _chat.CompleteBatchAsync(titles, title => $"A blurb for the book '{title}'.", cancellationToken: cancellationToken);
        return batch.Map(response => response.Text);
    }
}
