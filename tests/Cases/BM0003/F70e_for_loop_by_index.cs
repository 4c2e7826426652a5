// F70e A for loop hands element i to the helper and writes element i of another array
// verdict: fixed
// message: 'CodeOneAsync' is called for one item at a time; 'CodeOneBatchAsync' sends them together
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Survey;

public sealed class AnswerCoder
{
    private readonly ChatClient client;

    public AnswerCoder(ChatClient client)
    {
        this.client = client;
    }

    public async Task<int[]> CodeAsync(string[] answers)
    {
        var codes = new int[answers.Length];
        for (var i = 0; i < answers.Length; i++)
        {
            codes[i] = await /*BM0003*/CodeOneAsync(answers[i]);
        }

        return codes;
    }

    private async Task<int> CodeOneAsync(string answer)
    {
        ChatCompletion completion = await client.CompleteChatAsync(
            new SystemChatMessage("Give the code of the answer, 0 to 99. Nothing else."),
            new UserChatMessage(answer));
        return int.TryParse(completion.Content[0].Text, out var code) ? code : -1;
    }
}
//// run
var codes = await new AnswerCoder(client).CodeAsync(["too dear", "no parking", "friendly staff", "dirty"]);
Log(string.Join(" ", codes));
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Survey;

public sealed class AnswerCoder
{
    private readonly ChatClient client;

    public AnswerCoder(ChatClient client)
    {
        this.client = client;
    }

    public async Task<int[]> CodeAsync(string[] answers)
    {
        var codes = new int[answers.Length];
        var batch = await CodeOneBatchAsync(answers);
        for (var i = 0; i < answers.Length; i++)
        {
            codes[i] = batch[i].Response;
        }

        return codes;
    }

    private async Task<BatchResult<int>> CodeOneBatchAsync(IEnumerable<string> answers)
    {
        var batch = await client.CompleteBatchAsync(
            answers,
            answer => [new SystemChatMessage("Give the code of the answer, 0 to 99. Nothing else."), new UserChatMessage(answer)]);
        return batch.Map(result =>
        {
            ChatCompletion completion = result;
            return int.TryParse(completion.Content[0].Text, out var code) ? code : -1;
        });
    }
}
