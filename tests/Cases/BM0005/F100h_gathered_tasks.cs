// F100h Tasks in a list, awaited together and read by index
// verdict: fixed
// message: 'GenerateAsync' is called for one input at a time; 'EmbedBatchAsync' packs many into a request
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

public sealed class FaqIndex(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    private readonly EmbeddingGenerationOptions options = new() { Dimensions = 64 };

    public async Task<List<(string Question, Embedding<float> Embedding)>> IndexAsync(IReadOnlyList<string> questions)
    {
        var tasks = new List<Task<Embedding<float>>>();
        foreach (var question in questions)
        {
            tasks.Add(/*BM0005*/generator.GenerateAsync("question: " + question, options));
        }

        await Task.WhenAll(tasks);

        var rows = new List<(string, Embedding<float>)>();
        for (var i = 0; i < questions.Count; i++)
        {
            rows.Add((questions[i], tasks[i].Result));
        }

        return rows;
    }
}
//// run
Log(await new FaqIndex(generator).IndexAsync(["How?", "Why?", "When?"]));
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

public sealed class FaqIndex(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    private readonly EmbeddingGenerationOptions options = new() { Dimensions = 64 };

    public async Task<List<(string Question, Embedding<float> Embedding)>> IndexAsync(IReadOnlyList<string> questions)
    {
        var inputs = new List<string>();
        foreach (var question in questions)
        {
            inputs.Add("question: " + question);
        }

        var batch = await generator.EmbedBatchAsync(inputs, options);
        batch.ThrowIfFailed();

        var rows = new List<(string, Embedding<float>)>();
        for (var i = 0; i < questions.Count; i++)
        {
            rows.Add((questions[i], batch[i].Response));
        }

        return rows;
    }
}
