// B138a The client reads the stream of one request, which all items share
// verdict: blocked
// blocker: for each request, and the items share it
// message: The calls of 'InvokeModelAsync' could be one batch, but the client changes 'request' for each request, and the items share it
// uses: AWSSDK.BedrockRuntime
using System.Collections.Generic;
using System.Threading.Tasks;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;

namespace Sampling;

public static class Draws
{
    public static async Task<List<long>> DrawAsync(IAmazonBedrockRuntime bedrock, InvokeModelRequest request, int times)
    {
        var lengths = new List<long>();
        for (var i = 0; i < times; i++)
        {
            var response = await /*BM0010*//*why*/bedrock.InvokeModelAsync(request);
            lengths.Add(response.Body.Length);
        }

        return lengths;
    }
}
