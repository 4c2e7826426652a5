// F133d Responses of items and of options, where each call holds its thread
// verdict: fixed
// message: This loop makes one 'CreateResponse' round trip per 'sign', one after another; 'Batch.Run' sends them together
// uses: OpenAI
#pragma warning disable OPENAI001
using System.Collections.Generic;
using System.Linq;
using OpenAI.Responses;

namespace Signs;

public static class Signposts
{
    public static List<string> Shorten(ResponsesClient client, IReadOnlyList<string> signs)
    {
        var shorter = new List<string>();
        foreach (var sign in signs)
        {
            var response = /*BM0001*/client.CreateResponse("small", [ResponseItem.CreateUserMessageItem("Shorten: " + sign)]);
            shorter.Add(response.Value.GetOutputText());
        }

        return shorter;
    }

    public static Dictionary<string, string> Translate(ResponsesClient client, IReadOnlyList<string> signs)
    {
        var translations = new Dictionary<string, string>();
        foreach (var sign in signs)
        {
            var options = new CreateResponseOptions("small", [ResponseItem.CreateUserMessageItem(sign)]) { Instructions = "Translate." };
            translations[sign] = /*BM0001*/client.CreateResponse(options).Value.GetOutputText();
        }

        return translations;
    }
}
//// run
#pragma warning disable OPENAI001
var responses = new ScriptedResponses(Ask);
Log(Signposts.Shorten(responses, ["No entry", "Way out", "Mind the step"]));
Log(Signposts.Translate(responses, ["Exit", "Lift"]));
//// fixed
#pragma warning disable OPENAI001
using System.Collections.Generic;
using System.Linq;
using BatchMigrate;
using OpenAI.Responses;

namespace Signs;

public static class Signposts
{
    public static List<string> Shorten(ResponsesClient client, IReadOnlyList<string> signs)
    {
        var shorter = new List<string>();
        var batch = Batch.Run(
            signs,
            (sign, ct) => client.CreateResponse("small", [ResponseItem.CreateUserMessageItem("Shorten: " + sign)], cancellationToken: ct));
        foreach (var item in batch)
        {
            var response = item.Response;
            shorter.Add(response.Value.GetOutputText());
        }

        return shorter;
    }

    public static Dictionary<string, string> Translate(ResponsesClient client, IReadOnlyList<string> signs)
    {
        var translations = new Dictionary<string, string>();
        var optionsList = new List<CreateResponseOptions>();
        foreach (var sign in signs)
        {
            var options = new CreateResponseOptions("small", [ResponseItem.CreateUserMessageItem(sign)]) { Instructions = "Translate." };
            optionsList.Add(options);
        }

        var batch = Batch.Run(optionsList, (options, ct) => client.CreateResponse(options, cancellationToken: ct));
        foreach (var (sign, item) in signs.Zip(batch))
        {
            translations[sign] = item.Response.Value.GetOutputText();
        }

        return translations;
    }
}
