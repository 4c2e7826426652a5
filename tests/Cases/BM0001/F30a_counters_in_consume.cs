// F30a Counters and a total are kept after the call
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'question', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.ClientModel;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Quality;

public sealed record Check(int Passed, int Failed, long Characters);

public sealed class AnswerChecker(ChatClient client)
{
    public async Task<Check> CheckAsync(IEnumerable<string> questions)
    {
        int passed = 0, failed = 0;
        long characters = 0;
        foreach (var question in questions)
        {
            try
            {
                ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage(question)]);
                var text = completion.Content[0].Text;
                characters += text.Length;
                passed++;
            }
            catch (ClientResultException e)
            {
                failed++;
                Console.WriteLine($"failed with {e.Status}");
            }
        }

        return new Check(passed, failed, characters);
    }
}
//// run
Log(await new AnswerChecker(client).CheckAsync(["Why is ice slippery?", "Why is the sky blue?", "Why do cats purr?", "Why?"]));
//// fixed
using System;
using System.Collections.Generic;
using System.ClientModel;
using System.Threading.Tasks;
using OpenAI.Chat;
using BatchMigrate;

namespace Quality;

public sealed record Check(int Passed, int Failed, long Characters);

public sealed class AnswerChecker(ChatClient client)
{
    public async Task<Check> CheckAsync(IEnumerable<string> questions)
    {
        int passed = 0, failed = 0;
        long characters = 0;
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var question in questions)
        {
            messagesList.Add([new UserChatMessage(question)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var item in batch)
        {
            try
            {
                ChatCompletion completion = item.Response;
                var text = completion.Content[0].Text;
                characters += text.Length;
                passed++;
            }
            catch (ClientResultException e)
            {
                failed++;
                Console.WriteLine($"failed with {e.Status}");
            }
        }

        return new Check(passed, failed, characters);
    }
}
