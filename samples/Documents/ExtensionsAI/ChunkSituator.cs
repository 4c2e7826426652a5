using System.ClientModel;
using Microsoft.Extensions.AI;

namespace Documents;

/// <summary>Puts a line before each chunk that says where in its page it stands, so that search finds it.</summary>
public sealed class ChunkSituator(IChatClient client)
{
    private const int MaxPageLength = 25_000;
    private const int MaxConcurrency = 10;

    public async Task<IReadOnlyList<string>> SituateAsync(
        IReadOnlyList<Chunk> chunks, IReadOnlyList<Page> pages, CancellationToken cancellationToken = default)
    {
        var options = new ChatOptions { Temperature = 0.3f, MaxOutputTokens = 200 };
        var pageTexts = pages.ToDictionary(p => p.Url, p => p.Text.Length > MaxPageLength ? p.Text[..MaxPageLength] : p.Text);

        var texts = new List<string>();
        foreach (var group in chunks.Chunk(MaxConcurrency))
        {
            texts.AddRange(await Task.WhenAll(group.Select(async chunk =>
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
                try
                {
                    var response = await client.GetResponseAsync(
                        [new ChatMessage(ChatRole.System, "You place pieces of text in their context, briefly."), new ChatMessage(ChatRole.User, prompt)],
                        options,
                        cancellationToken);

                    chunk.Metadata.Contextual = true;
                    return $"{response.Text.Trim()}\n---\n{chunk.Text}";
                }
                catch (Exception e) when (e is HttpRequestException or ClientResultException)
                {
                    Console.Error.WriteLine($"No context for {chunk.Url} #{chunk.Number}: {e.GetType().Name}");
                    return chunk.Text;
                }
            })));
        }

        return texts;
    }
}
