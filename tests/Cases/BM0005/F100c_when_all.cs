// F100c All embeddings at once, as an array
// verdict: fixed
// message: 'GenerateAsync' is called for one input at a time; 'EmbedBatchAsync' packs many into a request
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

public static class Similarity
{
    public static async Task<float> BestAsync(IEmbeddingGenerator<string, Embedding<float>> generator, string question, IReadOnlyList<string> answers)
    {
        var wanted = await generator.GenerateAsync(question);
        var found = await Task.WhenAll(answers.Select(answer => /*BM0005*/generator.GenerateAsync(answer)));
        return found.Max(embedding => embedding.Vector.Span[0] * wanted.Vector.Span[0]);
    }
}
//// run
Log(await Similarity.BestAsync(generator, "who?", ["me", "you", "nobody"]));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

public static class Similarity
{
    public static async Task<float> BestAsync(IEmbeddingGenerator<string, Embedding<float>> generator, string question, IReadOnlyList<string> answers)
    {
        var wanted = await generator.GenerateAsync(question);
        var found = (await generator.EmbedBatchAsync(answers)).GetResponses();
        return found.Max(embedding => embedding.Vector.Span[0] * wanted.Vector.Span[0]);
    }
}
