// F135a Options with messages for each item
// verdict: fixed
// message: This loop makes one 'CompleteAsync' round trip per 'title', one after another; 'Batch.RunAsync' sends them together
// uses: Azure.AI.Inference
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Azure.AI.Inference;

namespace Library;

public sealed class Cataloguer(ChatCompletionsClient client)
{
    public async Task<Dictionary<string, string>> DescribeAsync(IReadOnlyList<string> titles, CancellationToken cancellationToken)
    {
        var descriptions = new Dictionary<string, string>();
        foreach (var title in titles)
        {
            ChatCompletions completions = await /*BM0001*/client.CompleteAsync(
                new ChatCompletionsOptions([new ChatRequestSystemMessage("Describe the book."), new ChatRequestUserMessage(title)]) { Model = "small", MaxTokens = 80 },
                cancellationToken);
            descriptions[title] = completions.Content;
        }

        return descriptions;
    }
}
//// run
foreach (var (title, description) in await new Cataloguer(new ScriptedInference(Ask)).DescribeAsync(["Emma", "Dune", "Kim"], cancellationToken))
{
    Log($"{title}: {description}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Azure.AI.Inference;
using BatchMigrate;

namespace Library;

public sealed class Cataloguer(ChatCompletionsClient client)
{
    public async Task<Dictionary<string, string>> DescribeAsync(IReadOnlyList<string> titles, CancellationToken cancellationToken)
    {
        var descriptions = new Dictionary<string, string>();
        var batch = await Batch.RunAsync(titles, (title, ct) => client.CompleteAsync(
            new ChatCompletionsOptions([new ChatRequestSystemMessage("Describe the book."), new ChatRequestUserMessage(title)]) { Model = "small", MaxTokens = 80 },
            ct), cancellationToken: cancellationToken);
        foreach (var (title, item) in titles.Zip(batch))
        {
            ChatCompletions completions = item.Response;
            descriptions[title] = completions.Content;
        }

        return descriptions;
    }
}
