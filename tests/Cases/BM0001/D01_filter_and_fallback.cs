// D01 A filter before the call, and a fallback for each item that fails
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'doc', one after another; 'CompleteBatchAsync' sends them together
using System.ClientModel;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using OpenAI.Chat;

namespace Library;

public sealed class Document(string id, string text)
{
    public string Id { get; } = id;

    public string Text { get; } = text;

    public string? Summary { get; set; }
}

public sealed class Summariser(ChatClient client, ChatCompletionOptions options, ILogger logger)
{
    public async Task SummariseAsync(IReadOnlyList<Document> docs, CancellationToken cancellationToken)
    {
        foreach (var doc in docs)
        {
            if (string.IsNullOrWhiteSpace(doc.Text))
            {
                continue;   // nothing to summarise
            }

            try
            {
                ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                    [new SystemChatMessage("Summarise."), new UserChatMessage(doc.Text)], options, cancellationToken);
                doc.Summary = completion.Content[0].Text;
            }
            catch (ClientResultException e)
            {
                logger.LogWarning(e, "No summary for {Id}", doc.Id);
                doc.Summary = "";
            }
        }
    }
}
//// run
Document[] docs = [new("a", "first"), new("b", " "), new("c", "third"), new("d", "fourth")];
await new Summariser(client, new ChatCompletionOptions(), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance).SummariseAsync(docs, cancellationToken);
foreach (var doc in docs)
{
    Log($"{doc.Id}: {doc.Summary ?? "none"}");
}
//// fixed
using System.ClientModel;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.Logging;
using OpenAI.Chat;

namespace Library;

public sealed class Document(string id, string text)
{
    public string Id { get; } = id;

    public string Text { get; } = text;

    public string? Summary { get; set; }
}

public sealed class Summariser(ChatClient client, ChatCompletionOptions options, ILogger logger)
{
    public async Task SummariseAsync(IReadOnlyList<Document> docs, CancellationToken cancellationToken)
    {
        var pending = new List<Document>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var doc in docs)
        {
            if (string.IsNullOrWhiteSpace(doc.Text))
            {
                continue;   // nothing to summarise
            }

            pending.Add(doc);
            messagesList.Add([new SystemChatMessage("Summarise."), new UserChatMessage(doc.Text)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList, options, cancellationToken: cancellationToken);
        foreach (var (doc, item) in pending.Zip(batch))
        {
            try
            {
                ChatCompletion completion = item.Response;
                doc.Summary = completion.Content[0].Text;
            }
            catch (ClientResultException e)
            {
                logger.LogWarning(e, "No summary for {Id}", doc.Id);
                doc.Summary = "";
            }
        }
    }
}
