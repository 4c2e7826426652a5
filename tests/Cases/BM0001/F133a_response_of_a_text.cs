// F133a A response for each text, with no thought of the one before
// verdict: fixed
// message: This loop makes one 'CreateResponseAsync' round trip per 'paragraph', one after another; 'Batch.RunAsync' sends them together
// uses: OpenAI
#pragma warning disable OPENAI001
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Responses;

namespace Proofreading;

public sealed class Reader(ResponsesClient responses, string model)
{
    public async Task<List<string>> CorrectAsync(IReadOnlyList<string> paragraphs, CancellationToken cancellationToken)
    {
        var corrected = new List<string>(paragraphs.Count);
        foreach (var paragraph in paragraphs)
        {
            ResponseResult response = await /*BM0001*/responses.CreateResponseAsync(model, $"Correct: {paragraph}", null, cancellationToken);
            corrected.Add(response.GetOutputText());
        }

        return corrected;
    }
}
//// run
#pragma warning disable OPENAI001
foreach (var text in await new Reader(new ScriptedResponses(Ask), "small").CorrectAsync(["teh", "adn", "hte"], cancellationToken))
{
    Log(text);
}
//// fixed
#pragma warning disable OPENAI001
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Responses;

namespace Proofreading;

public sealed class Reader(ResponsesClient responses, string model)
{
    public async Task<List<string>> CorrectAsync(IReadOnlyList<string> paragraphs, CancellationToken cancellationToken)
    {
        var corrected = new List<string>(paragraphs.Count);
        var batch = await Batch.RunAsync(
            paragraphs,
            (paragraph, ct) => responses.CreateResponseAsync(model, $"Correct: {paragraph}", null, ct),
            cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            ResponseResult response = item.Response;
            corrected.Add(response.GetOutputText());
        }

        return corrected;
    }
}
