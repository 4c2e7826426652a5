// F133b Options of a response that are made for each item
// verdict: fixed
// message: This loop makes one 'CreateResponseAsync' round trip per 'letter', one after another; 'Batch.RunAsync' sends them together
// uses: OpenAI
#pragma warning disable OPENAI001
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Responses;

namespace Archive;

public sealed record Letter(string Sender, string Body)
{
    public string? Digest { get; set; }
}

public static class Digests
{
    public static async Task WriteAsync(ResponsesClient client, List<Letter> letters)
    {
        foreach (var letter in letters)
        {
            var options = new CreateResponseOptions { Model = "small", Instructions = "One sentence." };
            options.InputItems.Add(ResponseItem.CreateUserMessageItem(letter.Body));
            var response = await /*BM0001*/client.CreateResponseAsync(options);
            letter.Digest = $"{letter.Sender}: {response.Value.GetOutputText()}";
        }
    }
}
//// run
#pragma warning disable OPENAI001
List<Letter> letters = [new("Ann", "Dear all"), new("Bo", "Sir"), new("Cy", "Hi")];
await Digests.WriteAsync(new ScriptedResponses(Ask), letters);
foreach (var letter in letters)
{
    Log(letter.Digest);
}
//// fixed
#pragma warning disable OPENAI001
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Responses;

namespace Archive;

public sealed record Letter(string Sender, string Body)
{
    public string? Digest { get; set; }
}

public static class Digests
{
    public static async Task WriteAsync(ResponsesClient client, List<Letter> letters)
    {
        var optionsList = new List<CreateResponseOptions>();
        foreach (var letter in letters)
        {
            var options = new CreateResponseOptions { Model = "small", Instructions = "One sentence." };
            options.InputItems.Add(ResponseItem.CreateUserMessageItem(letter.Body));
            optionsList.Add(options);
        }

        var batch = await Batch.RunAsync(
            optionsList,
            (options, ct) => client.CreateResponseAsync(options, cancellationToken: ct));
        foreach (var (letter, item) in letters.Zip(batch))
        {
            var response = item.Response;
            letter.Digest = $"{letter.Sender}: {response.Value.GetOutputText()}";
        }
    }
}
