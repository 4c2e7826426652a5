// F17b IChatClient with one message
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'sentence', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Proofreading;

public static class Proofreader
{
    public static async Task<List<string>> ReadAsync(this IChatClient chat, IEnumerable<string> sentences, CancellationToken cancellationToken)
    {
        var corrected = new List<string>();
        foreach (var sentence in sentences)
        {
            var message = new ChatMessage(ChatRole.User, $"Correct the spelling: {sentence}") { AuthorName = "editor" };
            var response = await /*BM0001*/chat.GetResponseAsync(message, cancellationToken: cancellationToken);
            corrected.Add(response.Text);
        }

        return corrected;
    }
}
//// run
foreach (var sentence in await Proofreader.ReadAsync(chat, ["Teh cat", "A hourse", "Sevral dogs"], cancellationToken))
{
    Log(sentence);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Proofreading;

public static class Proofreader
{
    public static async Task<List<string>> ReadAsync(this IChatClient chat, IEnumerable<string> sentences, CancellationToken cancellationToken)
    {
        var corrected = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var sentence in sentences)
        {
            var message = new ChatMessage(ChatRole.User, $"Correct the spelling: {sentence}") { AuthorName = "editor" };
            messagesList.Add([message]);
        }

        var batch = await chat.CompleteBatchAsync(messagesList, cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            var response = item.Response;
            corrected.Add(response.Text);
        }

        return corrected;
    }
}
