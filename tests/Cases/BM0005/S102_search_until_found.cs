// S102 Rephrases until a vector is near enough
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

public sealed class Rephraser(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    public async Task<string?> FindAsync(IEnumerable<string> phrases, Func<ReadOnlyMemory<float>, double> score)
    {
        foreach (var phrase in phrases)
        {
            if (score(await generator.GenerateVectorAsync(phrase)) > 0.9)
            {
                return phrase;
            }
        }

        return null;
    }
}
