// F17f One message created inside the call, the response itself collected
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'answer', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Interviews;

public class TranscriptTidier
{
    public required IChatClient Chat { get; init; }

    public async Task<IReadOnlyList<ChatResponse>> TidyAsync(IEnumerable<string> answers)
    {
        var tidied = new List<ChatResponse>();
        foreach (var answer in answers)
        {
            tidied.Add(await /*BM0001*/Chat.GetResponseAsync(new ChatMessage(ChatRole.User, $"Remove filler words: {answer}")));
        }

        return tidied;
    }
}
//// run
foreach (var response in await new TranscriptTidier { Chat = chat }.TidyAsync(["Well, er, yes", "I mean, no", "Uh, perhaps"]))
{
    Log(response.Text);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Interviews;

public class TranscriptTidier
{
    public required IChatClient Chat { get; init; }

    public async Task<IReadOnlyList<ChatResponse>> TidyAsync(IEnumerable<string> answers)
    {
        var tidied = new List<ChatResponse>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var answer in answers)
        {
            messagesList.Add([new ChatMessage(ChatRole.User, $"Remove filler words: {answer}")]);
        }

        var batch = await Chat.CompleteBatchAsync(messagesList);
        foreach (var item in batch)
        {
            tidied.Add(item.Response);
        }

        return tidied;
    }
}
