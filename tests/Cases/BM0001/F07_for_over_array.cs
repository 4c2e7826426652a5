// F07 A for loop by index into an array
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per item, one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Lessons;

public static class QuizMaker
{
    public static async Task<IList<string>> MakeAsync(ChatClient client, string[] paragraphs)
    {
        var questions = new List<string>();
        for (int i = 0; i < paragraphs.Length; i++)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                [new SystemChatMessage("Ask one question about the paragraph."), new UserChatMessage(paragraphs[i])]);
            questions.Add(completion.Content[0].Text);
        }

        return questions;
    }
}
//// run
foreach (var question in await QuizMaker.MakeAsync(client, ["Bees dance.", "Rivers bend.", "Stars age.", "Iron rusts."]))
{
    Log(question);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Lessons;

public static class QuizMaker
{
    public static async Task<IList<string>> MakeAsync(ChatClient client, string[] paragraphs)
    {
        var questions = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        for (int i = 0; i < paragraphs.Length; i++)
        {
            messagesList.Add([new SystemChatMessage("Ask one question about the paragraph."), new UserChatMessage(paragraphs[i])]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var item in batch)
        {
            ChatCompletion completion = item.Response;
            questions.Add(completion.Content[0].Text);
        }

        return questions;
    }
}
