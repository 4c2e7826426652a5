// A06 Items share an object that one of them changes for the others
// verdict: blocked
// blocker: Bio
// message: The calls of 'GetResponseAsync' could be one batch, but 'books.Author.Bio' is changed on line 23 after the call and needed on line 22 before the next one
// why: two books may have the same author, so a later prompt holds the biography that an earlier answer gave
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class Author
{
    public string Name { get; init; } = "";

    public string Bio { get; set; } = "";
}

public sealed record Book(string Title, Author Author);

public sealed class Blurbs(IChatClient chat)
{
    public async Task ImproveAsync(IEnumerable<Book> books)
    {
        foreach (var book in books)
        {
            var response = await /*BM0010*/chat.GetResponseAsync($"Add '{book.Title}' to this biography of {book.Author.Name}: {/*why*/book.Author.Bio}");
            /*why*/book.Author.Bio = response.Text;
        }
    }
}
