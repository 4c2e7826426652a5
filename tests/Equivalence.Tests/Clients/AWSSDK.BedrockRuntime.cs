using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;

namespace Scripted;

public sealed class ScriptedBedrock(Func<string, CancellationToken, Task<string>> ask) : AmazonBedrockRuntimeClient
{
    public override async Task<ConverseResponse> ConverseAsync(ConverseRequest request, CancellationToken cancellationToken = default)
    {
        var text = $"{request.ModelId} {request.InferenceConfig?.MaxTokens}\n" + string.Join('\n', request.Messages.Select(m => m.Role!.Value + ": " + string.Concat(m.Content.Select(c => c.Text))));
        return new ConverseResponse { Output = new ConverseOutput { Message = new Message { Role = ConversationRole.Assistant, Content = [new ContentBlock { Text = await ask(text, cancellationToken) }] } } };
    }

    public override async Task<InvokeModelResponse> InvokeModelAsync(InvokeModelRequest request, CancellationToken cancellationToken = default) =>
        new() { Body = new MemoryStream(Encoding.UTF8.GetBytes(await ask(request.ModelId + "\n" + Encoding.UTF8.GetString(request.Body!.ToArray()), cancellationToken))) };
}
