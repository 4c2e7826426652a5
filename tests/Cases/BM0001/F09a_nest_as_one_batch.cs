// F09a Documents and their chunks: the whole nest is one batch
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'chunk', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Archive;

public sealed class Chunk(string text)
{
    public string Text { get; } = text;

    public string? Context { get; set; }
}

public sealed record Document(string Title, IReadOnlyList<Chunk> Chunks);

public sealed class ChunkSituator(ChatClient client, ChatCompletionOptions options)
{
    public async Task SituateAsync(IReadOnlyList<Document> documents, CancellationToken cancellationToken)
    {
        foreach (var document in documents)
        {
            foreach (var chunk in document.Chunks)
            {
                ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                    [new SystemChatMessage($"Situate the passage in '{document.Title}'."), new UserChatMessage(chunk.Text)],
                    options,
                    cancellationToken);
                chunk.Context = completion.Content[0].Text;
            }
        }
    }
}
//// run
Document[] documents =
[
    new("Tides", [new("the moon pulls"), new("the sun helps")]),
    new("Empty", []),
    new("Winds", [new("air is heated"), new("air rises"), new("air falls")]),
];
try
{
    await new ChunkSituator(client, new ChatCompletionOptions()).SituateAsync(documents, cancellationToken);
}
finally
{
    foreach (var chunk in documents.SelectMany(document => document.Chunks))
    {
        Log($"{chunk.Text}: {chunk.Context ?? "none"}");
    }
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Archive;

public sealed class Chunk(string text)
{
    public string Text { get; } = text;

    public string? Context { get; set; }
}

public sealed record Document(string Title, IReadOnlyList<Chunk> Chunks);

public sealed class ChunkSituator(ChatClient client, ChatCompletionOptions options)
{
    public async Task SituateAsync(IReadOnlyList<Document> documents, CancellationToken cancellationToken)
    {
        var pending = new List<Chunk>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var document in documents)
        {
            foreach (var chunk in document.Chunks)
            {
                pending.Add(chunk);
                messagesList.Add([new SystemChatMessage($"Situate the passage in '{document.Title}'."), new UserChatMessage(chunk.Text)]);
            }
        }

        var batch = await client.CompleteBatchAsync(messagesList, options, cancellationToken: cancellationToken);
        foreach (var (chunk, item) in pending.Zip(batch))
        {
            ChatCompletion completion = item.Response;
            chunk.Context = completion.Content[0].Text;
        }
    }
}
