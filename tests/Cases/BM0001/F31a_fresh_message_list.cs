// F31a A message list is built fresh in each iteration with several Adds
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'input', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace FewShot;

public sealed record Example(string Input, string Output);

public sealed class FewShotLabeller
{
    private readonly ChatClient _client;
    private readonly IReadOnlyList<Example> _examples;

    public FewShotLabeller(ChatClient client, IReadOnlyList<Example> examples)
    {
        _client = client;
        _examples = examples;
    }

    public async Task<List<string>> LabelAsync(IEnumerable<string> inputs, CancellationToken cancellationToken = default)
    {
        var labels = new List<string>();
        foreach (var input in inputs)
        {
            var messages = new List<ChatMessage>();
            messages.Add(new SystemChatMessage("Label the input as the examples do."));
            foreach (var example in _examples)
            {
                messages.Add(new UserChatMessage(example.Input));
                messages.Add(new AssistantChatMessage(example.Output));
            }

            messages.Add(new UserChatMessage(input));

            ChatCompletion completion = await /*BM0001*/_client.CompleteChatAsync(messages, cancellationToken: cancellationToken);
            labels.Add(completion.Content[0].Text);
        }

        return labels;
    }
}
//// run
var labeller = new FewShotLabeller(client, [new("a dog", "animal"), new("a rose", "plant")]);
Log(string.Join("|", await labeller.LabelAsync(["a fern", "a finch", "a cliff"], cancellationToken)));
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace FewShot;

public sealed record Example(string Input, string Output);

public sealed class FewShotLabeller
{
    private readonly ChatClient _client;
    private readonly IReadOnlyList<Example> _examples;

    public FewShotLabeller(ChatClient client, IReadOnlyList<Example> examples)
    {
        _client = client;
        _examples = examples;
    }

    public async Task<List<string>> LabelAsync(IEnumerable<string> inputs, CancellationToken cancellationToken = default)
    {
        var labels = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var input in inputs)
        {
            var messages = new List<ChatMessage>();
            messages.Add(new SystemChatMessage("Label the input as the examples do."));
            foreach (var example in _examples)
            {
                messages.Add(new UserChatMessage(example.Input));
                messages.Add(new AssistantChatMessage(example.Output));
            }

            messages.Add(new UserChatMessage(input));

            messagesList.Add(messages);
        }

        var batch = await _client.CompleteBatchAsync(messagesList, cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            ChatCompletion completion = item.Response;
            labels.Add(completion.Content[0].Text);
        }

        return labels;
    }
}
