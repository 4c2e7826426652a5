// F01a A foreach over a list, the text added to a list
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'article', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Newsroom;

public sealed class HeadlineWriter
{
    private readonly ChatClient _client;

    public HeadlineWriter(ChatClient client)
    {
        _client = client;
    }

    public async Task<List<string>> WriteAsync(List<string> articles)
    {
        var headlines = new List<string>();
        foreach (var article in articles)
        {
            ChatCompletion completion = await /*BM0001*/_client.CompleteChatAsync(
                new ChatMessage[] { new SystemChatMessage("Write one headline."), new UserChatMessage(article) });
            headlines.Add(completion.Content[0].Text);
        }

        return headlines;
    }
}
//// run
foreach (var headline in await new HeadlineWriter(client).WriteAsync(["Rain delays the harvest", "A bridge reopens", "Library gains a wing"]))
{
    Log(headline);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Newsroom;

public sealed class HeadlineWriter
{
    private readonly ChatClient _client;

    public HeadlineWriter(ChatClient client)
    {
        _client = client;
    }

    public async Task<List<string>> WriteAsync(List<string> articles)
    {
        var headlines = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var article in articles)
        {
            messagesList.Add(new ChatMessage[] { new SystemChatMessage("Write one headline."), new UserChatMessage(article) });
        }

        var batch = await _client.CompleteBatchAsync(messagesList);
        foreach (var item in batch)
        {
            ChatCompletion completion = item.Response;
            headlines.Add(completion.Content[0].Text);
        }

        return headlines;
    }
}
