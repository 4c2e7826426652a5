// F138a A request for each item, built in several statements
// verdict: fixed
// message: This loop makes one 'ConverseAsync' round trip per 'report', one after another; 'Batch.RunAsync' sends them together
// uses: AWSSDK.BedrockRuntime
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;

namespace Insurance;

public sealed class Assessor(IAmazonBedrockRuntime bedrock)
{
    public async Task<List<string?>> AssessAsync(IReadOnlyList<string> reports, CancellationToken cancellationToken)
    {
        var results = new List<string?>();
        foreach (var report in reports)
        {
            var request = new ConverseRequest { ModelId = "nova-small", InferenceConfig = new InferenceConfiguration { MaxTokens = 200 } };
            request.Messages.Add(new Message { Role = ConversationRole.User, Content = [new ContentBlock { Text = report }] });
            var response = await /*BM0001*/bedrock.ConverseAsync(request, cancellationToken);
            results.Add(response.Output.Message.Content[0].Text);
        }

        return results;
    }
}
//// run
foreach (var result in await new Assessor(new ScriptedBedrock(Ask)).AssessAsync(["hail", "fire", "flood"], cancellationToken))
{
    Log(result);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using BatchMigrate;

namespace Insurance;

public sealed class Assessor(IAmazonBedrockRuntime bedrock)
{
    public async Task<List<string?>> AssessAsync(IReadOnlyList<string> reports, CancellationToken cancellationToken)
    {
        var results = new List<string?>();
        var requests = new List<ConverseRequest>();
        foreach (var report in reports)
        {
            var request = new ConverseRequest { ModelId = "nova-small", InferenceConfig = new InferenceConfiguration { MaxTokens = 200 } };
            request.Messages.Add(new Message { Role = ConversationRole.User, Content = [new ContentBlock { Text = report }] });
            requests.Add(request);
        }

        var batch = await Batch.RunAsync(
            requests,
            (request, ct) => bedrock.ConverseAsync(request, ct),
            cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            var response = item.Response;
            results.Add(response.Output.Message.Content[0].Text);
        }

        return results;
    }
}
