// F138b A body for each item, through the class of the client
// verdict: fixed
// message: This loop makes one 'InvokeModelAsync' round trip per 'page', one after another; 'Batch.RunAsync' sends them together
// uses: AWSSDK.BedrockRuntime
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;

namespace Titan;

public static class Summaries
{
    public static async Task<Dictionary<int, string>> WriteAsync(AmazonBedrockRuntimeClient client, string[] pages)
    {
        var summaries = new Dictionary<int, string>();
        var number = 0;
        foreach (var page in pages)
        {
            var request = new InvokeModelRequest { ModelId = "titan-small", ContentType = "application/json" };
            request.Body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { inputText = page }));
            var response = await /*BM0001*/client.InvokeModelAsync(request);
            summaries[++number] = Encoding.UTF8.GetString(response.Body.ToArray());
        }

        return summaries;
    }
}
//// run
foreach (var (page, summary) in await Summaries.WriteAsync(new ScriptedBedrock(Ask), ["one", "two", "three"]))
{
    Log($"{page} {summary}");
}
//// fixed
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using BatchMigrate;

namespace Titan;

public static class Summaries
{
    public static async Task<Dictionary<int, string>> WriteAsync(AmazonBedrockRuntimeClient client, string[] pages)
    {
        var summaries = new Dictionary<int, string>();
        var number = 0;
        var requests = new List<InvokeModelRequest>();
        foreach (var page in pages)
        {
            var request = new InvokeModelRequest { ModelId = "titan-small", ContentType = "application/json" };
            request.Body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { inputText = page }));
            requests.Add(request);
        }

        var batch = await Batch.RunAsync(requests, (request, ct) => client.InvokeModelAsync(request, cancellationToken: ct));
        foreach (var item in batch)
        {
            var response = item.Response;
            summaries[++number] = Encoding.UTF8.GetString(response.Body.ToArray());
        }

        return summaries;
    }
}
