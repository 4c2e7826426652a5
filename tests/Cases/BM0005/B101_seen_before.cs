// B101 What was embedded decides what is embedded next
// verdict: blocked
// blocker: seen
// message: The calls of 'GenerateVectorAsync' could be one batch, but 'seen' is changed on line 21 after the call and needed on line 15 before the next one
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

public sealed class Deduplicator(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    private readonly HashSet<string> seen = [];

    public async Task<List<float>> AddAsync(IReadOnlyList<string> lines)
    {
        var firsts = new List<float>();
        foreach (var line in lines)
        {
            if (/*why*/seen.Contains(line))
            {
                continue;
            }

            var vector = await /*BM0010*/generator.GenerateVectorAsync(line);
            /*why*/seen.Add(line);
            firsts.Add(vector.Span[0]);
        }

        return firsts;
    }
}
