// F98a Top-level statements, and a call in the condition of an if
// verdict: fixed
// message: These 2 'CompleteChatAsync' round trips do not need each other's answers; 'CompleteBatchAsync' sends them together
using System;
using OpenAI.Chat;

var client = new ChatClient("model", "key");
var letter = args[0];

if ((await /*BM0004*/client.CompleteChatAsync($"Is this letter polite? {letter}")).Value.Content[0].Text == "no")
{
    Console.WriteLine("impolite");
}

ChatCompletion answer = await client.CompleteChatAsync($"Draft an answer to {letter}");
Console.WriteLine(answer.Content[0].Text);
//// fixed
using System;
using BatchMigrate;
using OpenAI.Chat;

var client = new ChatClient("model", "key");
var letter = args[0];

var batch = await client.CompleteBatchAsync([[$"Is this letter polite? {letter}"], [$"Draft an answer to {letter}"]]);
if (batch[0].Response.Value.Content[0].Text == "no")
{
    Console.WriteLine("impolite");
}

ChatCompletion answer = batch[1].Response;
Console.WriteLine(answer.Content[0].Text);
