// A19 One options object is changed for each item
// verdict: blocked
// blocker: 'options
// message: The calls of 'CompleteChatAsync' could be one batch, but 'options' is changed on line 17 before the call and used on line 18 when later items have already changed it again
// why: the requests share the options, so all would be sent with the last temperature
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed record Poem(string Theme, float Wildness);

public sealed class Poet(ChatClient client)
{
    public async Task<List<string>> WriteAsync(IEnumerable<Poem> poems)
    {
        var options = new ChatCompletionOptions { MaxOutputTokenCount = 300 };
        var texts = new List<string>();
        foreach (var poem in poems)
        {
            /*why*/options.Temperature = poem.Wildness;
            ChatCompletion completion = await /*BM0010*//*why*/client.CompleteChatAsync([new UserChatMessage(poem.Theme)], options);
            texts.Add(completion.Content[0].Text);
        }

        return texts;
    }
}
