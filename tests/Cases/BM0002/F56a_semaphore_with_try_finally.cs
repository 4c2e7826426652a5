// F56 A semaphore around each call
// verdict: fixed
// message: These 'CompleteChatAsync' requests are fanned out by hand; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Archive;

public sealed class Letter(string text)
{
    public string Text { get; } = text;

    public string? Abstract { get; set; }
}

public sealed class Archivist(ChatClient client)
{
    private const int AtOnce = 6;

    public async Task AbstractAsync(IReadOnlyList<Letter> letters, CancellationToken cancellationToken)
    {
        using var gate = new SemaphoreSlim(AtOnce);

        var tasks = letters.Select(async letter =>
        {
            await gate.WaitAsync(cancellationToken);
            try
            {
                ChatCompletion completion = await /*BM0002*/client.CompleteChatAsync([new UserChatMessage("Abstract: " + letter.Text)], cancellationToken: cancellationToken);
                letter.Abstract = completion.Content[0].Text;
            }
            finally
            {
                gate.Release();
            }
        });

        await Task.WhenAll(tasks);
    }
}
//// run
Letter[] letters = [new("Dear Sir"), new("Dear Madam"), new("To whom")];
await new Archivist(client).AbstractAsync(letters, cancellationToken);
foreach (var letter in letters)
{
    Log(letter.Abstract);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Archive;

public sealed class Letter(string text)
{
    public string Text { get; } = text;

    public string? Abstract { get; set; }
}

public sealed class Archivist(ChatClient client)
{
    private const int AtOnce = 6;

    public async Task AbstractAsync(IReadOnlyList<Letter> letters, CancellationToken cancellationToken)
    {
        var batch = await client.CompleteBatchAsync(
            letters,
            letter => [new UserChatMessage("Abstract: " + letter.Text)],
            batchOptions: new BatchOptions { MaxConcurrency = AtOnce },
            cancellationToken: cancellationToken);
        batch.Apply(letters, (letter, item) =>
        {
            ChatCompletion completion = item.Response;
            letter.Abstract = completion.Content[0].Text;
        }).ThrowIfFailed();
    }
}
