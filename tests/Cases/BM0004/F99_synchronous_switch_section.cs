// F99 Synchronous calls in a switch section, on one line in a lambda
// verdict: fixed
// message: These 2 'CompleteChat' round trips do not need each other's answers; 'CompleteBatch' sends them together
using System;
using OpenAI.Chat;

namespace Quiz;

public sealed class QuizMaster(ChatClient client)
{
    private readonly Func<ChatClient, string, string> pair = static (c, topic) => { var easy = /*BM0004*/c.CompleteChat($"Easy question on {topic}"); var prompt = $"Hard question on {topic}"; var hard = c.CompleteChat(prompt); return easy.Value.Content[0].Text + hard.Value.Content[0].Text; };

    public string Ask(string topic, bool isFinal)
    {
        switch (isFinal)
        {
            case true:
                ChatCompletion question = /*BM0004*/client.CompleteChat(new UserChatMessage($"The final question on {topic}"));
                ChatCompletion hint = client.CompleteChat(new UserChatMessage($"A hint on {topic}"));
                return question.Content[0].Text + hint.Content[0].Text;
            default:
                return pair(client, topic);
        }
    }
}
//// run
Log(new QuizMaster(client).Ask("rivers", isFinal: true));
Log(new QuizMaster(client).Ask("stars", isFinal: false));
//// fixed
using System;
using BatchMigrate;
using OpenAI.Chat;

namespace Quiz;

public sealed class QuizMaster(ChatClient client)
{
    private readonly Func<ChatClient, string, string> pair = static (c, topic) => { var prompt = $"Hard question on {topic}"; var batch = c.CompleteBatch([[$"Easy question on {topic}"], [prompt]]); var easy = batch[0].Response; var hard = batch[1].Response; return easy.Value.Content[0].Text + hard.Value.Content[0].Text; };

    public string Ask(string topic, bool isFinal)
    {
        switch (isFinal)
        {
            case true:
                var batch = client.CompleteBatch(
                    [
                        [new UserChatMessage($"The final question on {topic}")],
                        [new UserChatMessage($"A hint on {topic}")],
                    ]);
                ChatCompletion question = batch[0].Response;
                ChatCompletion hint = batch[1].Response;
                return question.Content[0].Text + hint.Content[0].Text;
            default:
                return pair(client, topic);
        }
    }
}
