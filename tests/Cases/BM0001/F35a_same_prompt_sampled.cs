// F35a The same prompt several times, to sample answers
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per item, one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Consensus;

public sealed class MajorityVote(ChatClient client, int samples)
{
    public async Task<List<string>> AskAsync(string question, CancellationToken cancellationToken)
    {
        var options = new ChatCompletionOptions { Temperature = 1.0f };
        var answers = new List<string>();
        for (var i = 0; i < samples; i++)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage(question)], options, cancellationToken);
            answers.Add(completion.Content[0].Text);
        }

        return answers;
    }
}
//// run
Log(string.Join("|", await new MajorityVote(client, 5).AskAsync("Is a hot dog a sandwich?", cancellationToken)));
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Consensus;

public sealed class MajorityVote(ChatClient client, int samples)
{
    public async Task<List<string>> AskAsync(string question, CancellationToken cancellationToken)
    {
        var options = new ChatCompletionOptions { Temperature = 1.0f };
        var answers = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        for (var i = 0; i < samples; i++)
        {
            messagesList.Add([new UserChatMessage(question)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList, options, cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            ChatCompletion completion = item.Response;
            answers.Add(completion.Content[0].Text);
        }

        return answers;
    }
}
