// S52 Answers go into a channel that somebody reads meanwhile
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using System.Threading.Channels;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Pipeline;

public sealed class Producer(ChatClient client, ChannelWriter<string> output)
{
    public async Task RunAsync(IReadOnlyList<string> inputs)
    {
        await Task.WhenAll(inputs.Select(async input =>
        {
            ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(input)]);
            await output.WriteAsync(completion.Content[0].Text);
        }));
        output.Complete();
    }
}
