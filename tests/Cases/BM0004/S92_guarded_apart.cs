// S92 A try around one of the calls only
// verdict: silent
using System.ClientModel;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Fallbacks;

public sealed class Describer(ChatClient client)
{
    public async Task<string> DescribeAsync(string picture)
    {
        var caption = "no caption";
        try
        {
            ChatCompletion answer = await client.CompleteChatAsync($"Caption for {picture}");
            caption = answer.Content[0].Text;
        }
        catch (ClientResultException)
        {
            caption = "failed";
        }

        ChatCompletion title = await client.CompleteChatAsync($"Title for {picture}");
        return title.Content[0].Text + caption;
    }
}
