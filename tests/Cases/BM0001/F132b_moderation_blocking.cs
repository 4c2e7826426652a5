// F132b Moderation in a method that blocks
// verdict: fixed
// message: This loop makes one 'ClassifyText' round trip per 'greeting', one after another; 'Batch.Run' sends them together
// uses: OpenAI
using System.Collections.Generic;
using OpenAI.Moderations;

namespace Postcards;

public static class Filter
{
    public static List<string> Keep(ModerationClient client, string[] greetings)
    {
        var kept = new List<string>();
        foreach (var greeting in greetings)
        {
            if (!/*BM0001*/client.ClassifyText(greeting).Value.Flagged)
            {
                kept.Add(greeting);
            }
        }

        return kept;
    }
}
//// run
foreach (var greeting in Filter.Keep(new ScriptedModerations(Ask), ["Hello", "Bye!", "See you", "Regards"]))
{
    Log(greeting);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using BatchMigrate;
using OpenAI.Moderations;

namespace Postcards;

public static class Filter
{
    public static List<string> Keep(ModerationClient client, string[] greetings)
    {
        var kept = new List<string>();
        var batch = Batch.Run(greetings, (greeting, ct) => client.ClassifyText(greeting, cancellationToken: ct));
        foreach (var (greeting, item) in greetings.Zip(batch))
        {
            if (!item.Response.Value.Flagged)
            {
                kept.Add(greeting);
            }
        }

        return kept;
    }
}
