using System.ClientModel;
using OpenAI.Chat;

namespace Documents;

/// <summary>Puts a line before each chunk that says where in its page it stands, so that search finds it.</summary>
public sealed class ChunkSituator(ChatClient client)
{
    private const int MaxPageLength = 25_000;
    private const int MaxConcurrency = 10;

    public async Task<IReadOnlyList<string>> SituateAsync(
        IReadOnlyList<Chunk> chunks, IReadOnlyList<Page> pages, CancellationToken cancellationToken = default)
    {
        var options = new ChatCompletionOptions { Temperature = 0.3f, MaxOutputTokenCount = 200 };
        var pageTexts = pages.ToDictionary(p => p.Url, p => p.Text.Length > MaxPageLength ? p.Text[..MaxPageLength] : p.Text);

        using var throttle = new SemaphoreSlim(MaxConcurrency);
        return await Task.WhenAll(chunks.Select(async chunk =>
        {
            await throttle.WaitAsync(cancellationToken);
            try
            {
                var prompt = $"""
                    <document>
                    {pageTexts[chunk.Url]}
                    </document>

                    <chunk>
                    {chunk.Text}
                    </chunk>

                    The chunk is part of the document. In one or two sentences, say where it belongs and what it is about,
                    so that a search finds it. Give these sentences and nothing more.
                    """;
                ChatCompletion completion = await client.CompleteChatAsync(
                    [new SystemChatMessage("You place pieces of text in their context, briefly."), new UserChatMessage(prompt)],
                    options,
                    cancellationToken);

                chunk.Metadata.Contextual = true;
                return $"{completion.Content[0].Text.Trim()}\n---\n{chunk.Text}";
            }
            catch (ClientResultException e)
            {
                Console.Error.WriteLine($"No context for {chunk.Url} #{chunk.Number}: status {e.Status}");
                return chunk.Text;
            }
            finally
            {
                throttle.Release();
            }
        }));
    }
}
