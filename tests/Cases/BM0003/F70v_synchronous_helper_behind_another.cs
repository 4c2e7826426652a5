// F70v A synchronous helper that asks through another one
// verdict: fixed
// message: 'SuggestOne' is called for one item at a time; 'Batch.Run' sends them together
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
            messages.Add(/*BM0003*/SuggestOne(diff));
        }

        return messages;
    }

    private string SuggestOne(string diff) => Shorten(Ask(diff));

    private string Ask(string diff)
    {
        ChatCompletion completion = _client.CompleteChat(new SystemChatMessage("One line, imperative."), new UserChatMessage(diff));
        return completion.Content[0].Text;
    }

    private static string Shorten(string line) => line.TrimEnd('.');
}
//// run
Log(string.Join("|", new CommitMessages(client).Suggest(["+ guard", "- dead code", "+ test", "~ rename"])));
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
        var batch = Batch.Run(diffs, (diff, _) => SuggestOne(diff));
        foreach (var item in batch)
        {
            messages.Add(item.Response);
        }

        return messages;
    }

    private string SuggestOne(string diff) => Shorten(Ask(diff));

    private string Ask(string diff)
    {
        ChatCompletion completion = _client.CompleteChat(new SystemChatMessage("One line, imperative."), new UserChatMessage(diff));
        return completion.Content[0].Text;
    }

    private static string Shorten(string line) => line.TrimEnd('.');
}
