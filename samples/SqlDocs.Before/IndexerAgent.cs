using System.ClientModel;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace SqlDocs;

/// <summary>Documents what a database has, and puts it into an index, as it is mostly written: one after another.</summary>
public sealed class IndexerAgent(ChatClient chat, EmbeddingClient embeddings, DocumentIndex index)
{
    private static readonly ChatCompletionOptions Options = new() { MaxOutputTokenCount = 200 };

    /// <summary>Documents and indexes tables or relationships, and tells which were.</summary>
    public async Task<SortedDictionary<string, bool>> ProcessAsync(IReadOnlyList<Document> documents, CancellationToken cancellationToken = default)
    {
        var results = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            if (document.Name.StartsWith("tmp_", StringComparison.Ordinal))
            {
                continue;
            }

            try
            {
                ChatCompletion completion = await chat.CompleteChatAsync(
                    [new SystemChatMessage("You document databases. Say in two or three sentences what this is for."), new UserChatMessage(document.Definition)], Options, cancellationToken);
                document.Description = completion.Content[0].Text.Trim();
                OpenAIEmbedding embedding = await embeddings.GenerateEmbeddingAsync(document.Text, cancellationToken: cancellationToken);
                index.Add(document, embedding.ToFloats());
                results[document.Name] = true;
            }
            catch (ClientResultException e)
            {
                Console.Error.WriteLine($"{document.Name} failed: status {e.Status}");
                results[document.Name] = false;
            }

            Console.Error.WriteLine($"{results.Count} of {documents.Count}: {document.Name}");
        }

        return results;
    }

    /// <summary>Finds the document that is nearest to each question.</summary>
    public async Task<List<Document>> SearchAsync(IReadOnlyList<string> questions, CancellationToken cancellationToken = default)
    {
        var found = new List<Document>();
        foreach (var question in questions)
        {
            OpenAIEmbedding embedding = await embeddings.GenerateEmbeddingAsync(question, cancellationToken: cancellationToken);
            found.Add(index.FindNearest(embedding.ToFloats()));
        }

        return found;
    }
}
