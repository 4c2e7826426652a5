// S06 Each question is typed in by a person, without a history
// verdict: silent
using System;
using OpenAI.Chat;

var client = new ChatClient("gpt-4.1-mini", args[0]);
for (var round = 1; round <= 5; round++)
{
    Console.Write($"Question {round}: ");
    var question = Console.ReadLine();
    if (string.IsNullOrEmpty(question))
    {
        continue;
    }

    ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage(question));
    Console.WriteLine(completion.Content[0].Text);
}
