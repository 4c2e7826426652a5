// A49 A number that Interlocked moves on after the call stands in the next prompt
// verdict: blocked
// blocker: '_published' is changed
// message: The calls of 'CompleteChatAsync' could be one batch, but '_published' is changed on line 22 after the call and needed on line 20 before the next one
// why: the number in the prompt is how many were published before
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class Bulletin
{
    private readonly ChatClient _client;
    private int _published;

    public Bulletin(ChatClient client) => _client = client;

    public async Task<List<string>> PublishAsync(IEnumerable<string> news)
    {
        var bulletins = new List<string>();
        foreach (var item in news)
        {
            ChatCompletion completion = await /*BM0010*/_client.CompleteChatAsync($"Bulletin {Volatile.Read(ref /*why*/_published) + 1}: {item}");
            bulletins.Add(completion.Content[0].Text);
            Interlocked.Increment(ref /*why*/_published);
        }

        return bulletins;
    }
}
