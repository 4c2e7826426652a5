// S02 A fixed list of questions asked through a message list that a local function extends
// verdict: silent
using System;
using System.Collections.Generic;
using OpenAI.Chat;

var client = new ChatClient("gpt-4.1-mini", Environment.GetEnvironmentVariable("OPENAI_API_KEY")!);
var messages = new List<ChatMessage> { new SystemChatMessage("Answer in one sentence.") };

string[] questions = { "What is a monad?", "Give an example of it.", "Now explain the example to a child." };
foreach (string question in questions)
{
    Say(new UserChatMessage(question));
    ChatCompletion answer = await client.CompleteChatAsync(messages);
    Say(new AssistantChatMessage(answer));
}

void Say(ChatMessage message)
{
    messages.Add(message);
    Console.WriteLine($"{message.GetType().Name}: {message.Content[0].Text}");
}
