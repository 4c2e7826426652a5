// S138a A request whose messages grow by each answer
// verdict: silent
// uses: AWSSDK.BedrockRuntime
using System.Threading.Tasks;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;

namespace Therapy;

public static class Session
{
    public static async Task<ConverseRequest> HoldAsync(IAmazonBedrockRuntime bedrock, string[] sayings)
    {
        var request = new ConverseRequest { ModelId = "nova-small" };
        foreach (var saying in sayings)
        {
            request.Messages.Add(new Message { Role = ConversationRole.User, Content = [new ContentBlock { Text = saying }] });
            var response = await bedrock.ConverseAsync(request);
            request.Messages.Add(response.Output.Message);
        }

        return request;
    }
}
