// F102a A failed answer of the batch before is caught where it was
// verdict: fixed
// message: 'GenerateEmbeddingAsync' is called for one input at a time; 'EmbedBatchAsync' packs many into a request
using System.ClientModel;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;
using OpenAI.Embeddings;

public sealed class Glossary(ChatClient chat, EmbeddingClient embedder)
{
    public SortedDictionary<string, int> Dimensions { get; } = [];

    public async Task ExplainAsync(IReadOnlyList<string> terms)
    {
        var answers = await chat.CompleteBatchAsync(terms);
        foreach (var (term, answer) in terms.Zip(answers))
        {
            try
            {
                ChatCompletion explanation = answer.Response;
                var text = $"{term}: {explanation.Content[0].Text}";
                OpenAIEmbedding embedding = await /*BM0005*/embedder.GenerateEmbeddingAsync(text);
                Dimensions[term] = embedding.ToFloats().Length;
            }
            catch (ClientResultException)
            {
                Dimensions[term] = 0;
            }
        }
    }
}
//// run
var glossary = new Glossary(client, embeddings);
await glossary.ExplainAsync(["isobar", "isotherm", "isohyet"]);
foreach (var (term, length) in glossary.Dimensions)
{
    Log($"{term} {length}");
}
//// fixed
using System.ClientModel;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;
using OpenAI.Embeddings;

public sealed class Glossary(ChatClient chat, EmbeddingClient embedder)
{
    public SortedDictionary<string, int> Dimensions { get; } = [];

    public async Task ExplainAsync(IReadOnlyList<string> terms)
    {
        var answers = await chat.CompleteBatchAsync(terms);
        var pending = new List<(string term, BatchItem<ClientResult<ChatCompletion>> answer)>();
        foreach (var (term, answer) in terms.Zip(answers))
        {
            pending.Add((term, answer));
        }

        var batch = await embedder.EmbedBatchAsync(pending, prepared =>
        {
            var (term, answer) = prepared;
            ChatCompletion explanation = answer.Response;
            var text = $"{term}: {explanation.Content[0].Text}";
            return text;
        });
        foreach (var ((term, answer), item) in pending.Zip(batch))
        {
            try
            {
                OpenAIEmbedding embedding = item.Response;
                Dimensions[term] = embedding.ToFloats().Length;
            }
            catch (ClientResultException)
            {
                Dimensions[term] = 0;
            }
        }
    }
}
