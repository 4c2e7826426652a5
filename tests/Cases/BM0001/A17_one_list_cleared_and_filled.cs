// A17 One message list is cleared and filled for each item
// verdict: blocked
// blocker: 'messages' is changed
// message: The calls of 'CompleteChatAsync' could be one batch, but 'messages' is changed on line 15 before the call and used on line 18 when later items have already changed it again
// why: the requests share the list, so prepared together all of them would hold the last item
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class HeadlineWriter(ChatClient client)
{
    public async Task<List<string>> WriteAsync(IEnumerable<string> articles)
    {
        var messages = new List<ChatMessage>();
        var headlines = new List<string>();
        foreach (var article in articles)
        {
            /*why*/messages.Clear();
            messages.Add(new SystemChatMessage("Write a headline."));
            messages.Add(new UserChatMessage(article));
            ChatCompletion completion = await /*BM0010*//*why*/client.CompleteChatAsync(messages);
            headlines.Add(completion.Content[0].Text);
        }

        return headlines;
    }
}
