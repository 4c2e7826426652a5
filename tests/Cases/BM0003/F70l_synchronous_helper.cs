// F70l A synchronous helper over the synchronous call
// verdict: fixed
// message: 'SuggestOne' is called for one item at a time; 'SuggestOneBatch' sends them together
using System.Collections.Generic;
using OpenAI.Chat;

namespace Scripts;

public sealed class CommitMessages
{
    private readonly ChatClient _client;

    public CommitMessages(ChatClient client) => _client = client;

    public IReadOnlyList<string> Suggest(IReadOnlyList<string> diffs)
    {
        var messages = new List<string>();
        foreach (var diff in diffs)
        {
            if (diff.Length == 0)
                continue;

            messages.Add(/*BM0003*/SuggestOne(diff));
        }

        return messages;
    }

    private string SuggestOne(string diff)
    {
        ChatCompletion completion = _client.CompleteChat(new SystemChatMessage("One line, imperative."), new UserChatMessage(diff));
        return completion.Content[0].Text.TrimEnd('.');
    }
}
//// run
Log(string.Join("|", new CommitMessages(client).Suggest(["+ guard", "", "- dead code", "+ test", "~ rename"])));
//// fixed
using System.Collections.Generic;
using BatchMigrate;
using OpenAI.Chat;

namespace Scripts;

public sealed class CommitMessages
{
    private readonly ChatClient _client;

    public CommitMessages(ChatClient client) => _client = client;

    public IReadOnlyList<string> Suggest(IReadOnlyList<string> diffs)
    {
        var messages = new List<string>();
        var inputs = new List<string>();
        foreach (var diff in diffs)
        {
            if (diff.Length == 0)
                continue;

            inputs.Add(diff);
        }

        var batch = SuggestOneBatch(inputs);
        foreach (var item in batch)
        {
            messages.Add(item.Response);
        }

        return messages;
    }

    private BatchResult<string> SuggestOneBatch(IEnumerable<string> diffs)
    {
        var batch = _client.CompleteBatch(diffs, diff => [new SystemChatMessage("One line, imperative."), new UserChatMessage(diff)]);
        return batch.Map(result =>
        {
            ChatCompletion completion = result;
            return completion.Content[0].Text.TrimEnd('.');
        });
    }
}
