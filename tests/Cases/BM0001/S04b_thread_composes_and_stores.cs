// S04 A thread object composes each request and stores each response
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Assistants;

public sealed class ConversationThread
{
    private readonly List<ChatMessage> _stored = [];

    public IList<ChatMessage> Compose(string input) => _stored.TakeLast(20).Append(new ChatMessage(ChatRole.User, input)).ToList();

    public Task StoreAsync(string input, IEnumerable<ChatMessage> replies)
    {
        _stored.Add(new ChatMessage(ChatRole.User, input));
        _stored.AddRange(replies);
        return Task.CompletedTask;
    }
}

public sealed class Assistant(IChatClient chat)
{
    public async Task<string[]> RunAsync(string[] prompts, ConversationThread thread, CancellationToken cancellationToken = default)
    {
        var outputs = new string[prompts.Length];
        for (var i = 0; i < prompts.Length; i++)
        {
            var response = await chat.GetResponseAsync(thread.Compose(prompts[i]), null, cancellationToken);
            await thread.StoreAsync(prompts[i], response.Messages);
            outputs[i] = response.Text;
        }

        return outputs;
    }
}
