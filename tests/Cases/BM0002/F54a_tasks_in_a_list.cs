// F54 Tasks in a list, awaited together
// verdict: fixed
// message: These 'CompleteChatAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using System.ClientModel;
using OpenAI.Chat;

namespace Minutes;

public sealed class Speech(string speaker, string text)
{
    public string Speaker { get; } = speaker;

    public string Text { get; } = text;
}

public sealed class MinuteTaker(ChatClient client, ChatCompletionOptions options)
{
    public async Task<List<string>> TakeAsync(IReadOnlyList<Speech> speeches, CancellationToken cancellationToken)
    {
        var tasks = new List<Task<ClientResult<ChatCompletion>>>();
        foreach (var speech in speeches)
        {
            if (speech.Text.Length < 3)
            {
                continue; // nothing was said
            }

            tasks.Add(/*BM0002*/client.CompleteChatAsync([new UserChatMessage($"{speech.Speaker} said: {speech.Text}")], options, cancellationToken));
        }

        var results = await Task.WhenAll(tasks);
        var minutes = new List<string>();
        foreach (var result in results)
        {
            minutes.Add(result.Value.Content[0].Text);
        }

        return minutes;
    }
}
//// run
foreach (var line in await new MinuteTaker(client, new ChatCompletionOptions { Temperature = 0 }).TakeAsync([new("Ann", "We start."), new("Ben", "Ok"), new("Cleo", "We stop.")], cancellationToken))
{
    Log(line);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Minutes;

public sealed class Speech(string speaker, string text)
{
    public string Speaker { get; } = speaker;

    public string Text { get; } = text;
}

public sealed class MinuteTaker(ChatClient client, ChatCompletionOptions options)
{
    public async Task<List<string>> TakeAsync(IReadOnlyList<Speech> speeches, CancellationToken cancellationToken)
    {
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var speech in speeches)
        {
            if (speech.Text.Length < 3)
            {
                continue; // nothing was said
            }

            messagesList.Add([new UserChatMessage($"{speech.Speaker} said: {speech.Text}")]);
        }

        var batch = await client.CompleteBatchAsync(messagesList, options, cancellationToken: cancellationToken);
        var results = batch.GetResponses();
        var minutes = new List<string>();
        foreach (var result in results)
        {
            minutes.Add(result.Value.Content[0].Text);
        }

        return minutes;
    }
}
