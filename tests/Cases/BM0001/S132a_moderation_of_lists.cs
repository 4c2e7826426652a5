// S132a Moderation that is given lists already
// verdict: silent
// uses: OpenAI
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Moderations;

namespace Reviews;

public static class Screening
{
    public static async Task<List<bool>> ScreenAsync(ModerationClient client, IEnumerable<string> reviews)
    {
        var flags = new List<bool>();
        foreach (var page in reviews.Chunk(32))
        {
            ModerationResultCollection results = await client.ClassifyTextAsync(page);
            flags.AddRange(results.Select(result => result.Flagged));
        }

        return flags;
    }
}
