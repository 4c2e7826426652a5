// F133c A response of several items, and one in a method that blocks
// verdict: fixed
// message: This loop makes one 'CreateResponseAsync' round trip per 'word', one after another; 'Batch.RunAsync' sends them together
// message: This loop makes one 'CreateResponse' round trip per 'line', one after another; 'Batch.Run' sends them together
// uses: OpenAI
#pragma warning disable OPENAI001
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Responses;

namespace Poems;

public static class Verses
{
    public static async Task<List<string>> RhymeAsync(ResponsesClient client, IEnumerable<string> words)
    {
        var rhymes = new List<string>();
        foreach (var word in words)
        {
            ResponseResult response = await /*BM0001*/client.CreateResponseAsync("small", [ResponseItem.CreateDeveloperMessageItem("Rhyme."), ResponseItem.CreateUserMessageItem(word)]);
            rhymes.Add(response.GetOutputText());
        }

        return rhymes;
    }

    public static IEnumerable<string> Continue(ResponsesClient client, string[] lines)
    {
        var next = new List<string>();
        foreach (var line in lines)
        {
            next.Add(/*BM0001*/client.CreateResponse("small", line).Value.GetOutputText());
        }

        return next;
    }
}
//// run
#pragma warning disable OPENAI001
var client2 = new ScriptedResponses(Ask);
foreach (var rhyme in await Verses.RhymeAsync(client2, ["sea", "sky", "sand"]))
{
    Log(rhyme);
}

foreach (var line in Verses.Continue(client2, ["Once", "Twice", "Never"]))
{
    Log(line);
}
//// fixed
#pragma warning disable OPENAI001
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Responses;

namespace Poems;

public static class Verses
{
    public static async Task<List<string>> RhymeAsync(ResponsesClient client, IEnumerable<string> words)
    {
        var rhymes = new List<string>();
        var batch = await Batch.RunAsync(
            words,
            (word, ct) => client.CreateResponseAsync("small", [ResponseItem.CreateDeveloperMessageItem("Rhyme."), ResponseItem.CreateUserMessageItem(word)], cancellationToken: ct));
        foreach (var item in batch)
        {
            ResponseResult response = item.Response;
            rhymes.Add(response.GetOutputText());
        }

        return rhymes;
    }

    public static IEnumerable<string> Continue(ResponsesClient client, string[] lines)
    {
        var next = new List<string>();
        var batch = Batch.Run(lines, (line, ct) => client.CreateResponse("small", line, cancellationToken: ct));
        foreach (var item in batch)
        {
            next.Add(item.Response.Value.GetOutputText());
        }

        return next;
    }
}
