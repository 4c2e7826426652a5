// S113 The first query that finds something, and a walk from point to point
// verdict: silent
// uses: Qdrant.Client
using System.Collections.Generic;
using System.Threading.Tasks;
using Qdrant.Client;
using Qdrant.Client.Grpc;

public sealed class Walker(IQdrantClient qdrant)
{
    public async Task<ScoredPoint?> FirstAsync(IEnumerable<float[]> vectors)
    {
        foreach (var vector in vectors)
        {
            var points = await qdrant.SearchAsync("places", vector, limit: 1, scoreThreshold: 0.8f);
            if (points.Count > 0)
            {
                return points[0];
            }
        }

        return null;
    }

    public async Task<float> WalkAsync(float[] start, int steps)
    {
        var at = start;
        for (var i = 0; i < steps; i++)
        {
            var near = await qdrant.SearchAsync("places", at, limit: 2);
            at = [near[^1].Score];
        }

        return at[0];
    }
}
