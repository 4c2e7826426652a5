// F140 Embeddings of the kernel, through its own method for many
// verdict: fixed
// message: 'GenerateEmbeddingAsync' is called for one input at a time; 'GenerateEmbeddingsAsync' packs many into a request
// uses: Microsoft.SemanticKernel
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel.Embeddings;

namespace Faqs;

public sealed record Faq(string Question, string Answer);

public sealed class FaqIndex(ITextEmbeddingGenerationService embeddings)
{
    public async Task<Dictionary<string, ReadOnlyMemory<float>>> BuildAsync(IReadOnlyList<Faq> faqs, CancellationToken cancellationToken)
    {
        var index = new Dictionary<string, ReadOnlyMemory<float>>();
        foreach (var faq in faqs)
        {
            index[faq.Question] = await /*BM0005*/embeddings.GenerateEmbeddingAsync(faq.Question + " " + faq.Answer, cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        return index;
    }

    public async Task<List<int>> LengthsAsync(IEnumerable<string> questions)
    {
        var lengths = new List<int>();
        foreach (var question in questions)
        {
            if (question.EndsWith('?'))
            {
                lengths.Add((await /*BM0005*/embeddings.GenerateEmbeddingAsync(question)).Length);
            }
        }

        return lengths;
    }

    public async Task<ReadOnlyMemory<float>[]> VectorsAsync(string[] questions)
    {
        var vectors = new ReadOnlyMemory<float>[questions.Length];
        for (var i = 0; i < questions.Length; i++)
        {
            vectors[i] = await /*BM0005*/embeddings.GenerateEmbeddingAsync(questions[i]);
        }

        return vectors;
    }
}
//// run
var index = new FaqIndex(new ScriptedTextEmbedding(Ask));
Log((await index.BuildAsync([new("Who?", "Me."), new("Why?", "So."), new("When?", "Now.")], cancellationToken)).Select(pair => pair.Key + pair.Value.Span[0]));
Log(await index.LengthsAsync(["Really?", "No.", "Never?"]));
Log((await index.VectorsAsync(["a", "bb", "ccc"])).Select(vector => vector.Span[1]));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel.Embeddings;

namespace Faqs;

public sealed record Faq(string Question, string Answer);

public sealed class FaqIndex(ITextEmbeddingGenerationService embeddings)
{
    public async Task<Dictionary<string, ReadOnlyMemory<float>>> BuildAsync(IReadOnlyList<Faq> faqs, CancellationToken cancellationToken)
    {
        var index = new Dictionary<string, ReadOnlyMemory<float>>();
        var results = new List<ReadOnlyMemory<float>>();
        foreach (var chunk in faqs.Select(faq => faq.Question + " " + faq.Answer).Chunk(16))
        {
            results.AddRange(await embeddings.GenerateEmbeddingsAsync(chunk, cancellationToken: cancellationToken).ConfigureAwait(false));
        }

        foreach (var (faq, result) in faqs.Zip(results))
        {
            index[faq.Question] = result;
        }

        return index;
    }

    public async Task<List<int>> LengthsAsync(IEnumerable<string> questions)
    {
        var lengths = new List<int>();
        var values = new List<string>();
        foreach (var question in questions)
        {
            if (question.EndsWith('?'))
            {
                values.Add(question);
            }
        }

        var results = new List<ReadOnlyMemory<float>>();
        foreach (var chunk in values.Chunk(16))
        {
            results.AddRange(await embeddings.GenerateEmbeddingsAsync(chunk));
        }

        foreach (var result in results)
        {
            lengths.Add(result.Length);
        }

        return lengths;
    }

    public async Task<ReadOnlyMemory<float>[]> VectorsAsync(string[] questions)
    {
        var vectors = new ReadOnlyMemory<float>[questions.Length];
        var results = new List<ReadOnlyMemory<float>>();
        foreach (var chunk in questions.Chunk(16))
        {
            results.AddRange(await embeddings.GenerateEmbeddingsAsync(chunk));
        }

        for (var i = 0; i < questions.Length; i++)
        {
            vectors[i] = results[i];
        }

        return vectors;
    }
}
