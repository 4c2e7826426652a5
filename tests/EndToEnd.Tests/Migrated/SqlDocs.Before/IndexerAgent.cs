using System.ClientModel;
using BatchMigrate;
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
        var pending = new List<Document>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var document in documents)
        {
            if (document.Name.StartsWith("tmp_", StringComparison.Ordinal))
            {
                continue;
            }

            pending.Add(document);
            messagesList.Add([new SystemChatMessage("You document databases. Say in two or three sentences what this is for."), new UserChatMessage(document.Definition)]);
        }

        var batch = await chat.CompleteBatchAsync(messagesList, Options, cancellationToken: cancellationToken);
        var pending2 = new List<(Document document, BatchItem<ClientResult<ChatCompletion>> item)>();
        foreach (var (document, item) in pending.Zip(batch))
        {
            pending2.Add((document, item));
        }

        var batch2 = await embeddings.EmbedBatchAsync(pending2, prepared =>
        {
            var (document, item) = prepared;
            ChatCompletion completion = item.Response;
            document.Description = completion.Content[0].Text.Trim();
            return document.Text;
        }, cancellationToken: cancellationToken);
        foreach (var ((document, item), item2) in pending2.Zip(batch2))
        {
            try
            {
                OpenAIEmbedding embedding = item2.Response;
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
        var batch = await embeddings.EmbedBatchAsync(questions, cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            OpenAIEmbedding embedding = item.Response;
            found.Add(index.FindNearest(embedding.ToFloats()));
        }

        return found;
    }
}
