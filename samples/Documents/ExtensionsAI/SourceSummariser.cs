using System.ClientModel;
using Microsoft.Extensions.AI;

namespace Documents;

/// <summary>Says in three to five sentences what a library is for.</summary>
public sealed class SourceSummariser(IChatClient client)
{
    private const int MaxContentLength = 25_000;

    /// <summary>A summary for each source, or its name where there is none.</summary>
    public async Task<Dictionary<string, string>> SummariseAsync(
        IReadOnlyList<Source> sources, int maxLength = 500, CancellationToken cancellationToken = default)
    {
        var options = new ChatOptions { Temperature = 0.3f, MaxOutputTokens = 150 };
        var summaries = sources.ToDictionary(s => s.Id, s => $"Content from {s.Id}");
        foreach (var source in sources)
        {
            if (string.IsNullOrWhiteSpace(source.Content))
            {
                continue; // nothing to summarise
            }

            var content = source.Content.Length > MaxContentLength ? source.Content[..MaxContentLength] : source.Content;
            var prompt = $"""
                <source_content>
                {content}
                </source_content>

                This is taken from the documentation of '{source.Id}'. Say in three to five sentences what it is, what it does and what one would use it for.
                """;

            try
            {
                var response = await client.GetResponseAsync(
                    [new ChatMessage(ChatRole.System, "You summarise libraries, tools and frameworks, briefly."), new ChatMessage(ChatRole.User, prompt)],
                    options,
                    cancellationToken);

                var summary = response.Text.Trim();
                summaries[source.Id] = summary.Length > maxLength ? summary[..maxLength] + "..." : summary;
            }
            catch (Exception e) when (e is HttpRequestException or ClientResultException)
            {
                Console.Error.WriteLine($"No summary for {source.Id}: {e.GetType().Name}");
            }
        }

        return summaries;
    }
}
