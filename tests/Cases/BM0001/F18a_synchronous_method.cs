// F18a The synchronous call in a synchronous method
// verdict: fixed
// message: This loop makes one 'CompleteChat' round trip per 'script', one after another; 'CompleteBatch' sends them together
using System.Collections.Generic;
using OpenAI.Chat;

namespace Batchfiles;

public static class CommentWriter
{
    public static List<string> Write(ChatClient client, IReadOnlyList<string> scripts)
    {
        var comments = new List<string>();
        foreach (string script in scripts)
        {
            ChatCompletion completion = /*BM0001*/client.CompleteChat(new SystemChatMessage("Comment the script."), new UserChatMessage(script));
            comments.Add(completion.Content[0].Text);
        }

        return comments;
    }
}
//// run
foreach (var comment in CommentWriter.Write(client, ["copy a b", "del c", "ren d e"]))
{
    Log(comment);
}
//// fixed
using System.Collections.Generic;
using BatchMigrate;
using OpenAI.Chat;

namespace Batchfiles;

public static class CommentWriter
{
    public static List<string> Write(ChatClient client, IReadOnlyList<string> scripts)
    {
        var comments = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (string script in scripts)
        {
            messagesList.Add([new SystemChatMessage("Comment the script."), new UserChatMessage(script)]);
        }

        var batch = client.CompleteBatch(messagesList);
        foreach (var item in batch)
        {
            ChatCompletion completion = item.Response;
            comments.Add(completion.Content[0].Text);
        }

        return comments;
    }
}
