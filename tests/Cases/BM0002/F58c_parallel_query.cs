// F58 A parallel query with its degree and its token
// verdict: fixed
// message: These 'CompleteChat' requests are fanned out by hand; 'CompleteBatch' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using OpenAI.Chat;

namespace Bookshop;

public sealed record Book(string Title, string Author);

public sealed class Blurbs(ChatClient client)
{
    public List<string> Write(IReadOnlyList<Book> books, CancellationToken cancellationToken)
    {
        var blurbs = books
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(4)
            .WithCancellation(cancellationToken)
            .Select(book =>
            {
                var completion = /*BM0002*/client.CompleteChat([new UserChatMessage($"A blurb for {book.Title}")]).Value;
                return $"{book.Author}: {completion.Content[0].Text}";
            })
            .ToList();
        return blurbs;
    }
}
//// run
foreach (var blurb in new Blurbs(client).Write([new("Dune", "Herbert"), new("Emma", "Austen"), new("Ulysses", "Joyce")], cancellationToken))
{
    Log(blurb);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BatchMigrate;
using OpenAI.Chat;

namespace Bookshop;

public sealed record Book(string Title, string Author);

public sealed class Blurbs(ChatClient client)
{
    public List<string> Write(IReadOnlyList<Book> books, CancellationToken cancellationToken)
    {
        var batch = client.CompleteBatch(
            books,
            book => [new UserChatMessage($"A blurb for {book.Title}")],
            batchOptions: new BatchOptions { MaxConcurrency = 4 },
            cancellationToken: cancellationToken);
        var blurbs = batch.Map(books, (book, item) =>
        {
            var completion = item.Response.Value;
            return $"{book.Author}: {completion.Content[0].Text}";
        }).ThrowAllIfFailed().GetResponses().ToList();
        return blurbs;
    }
}
