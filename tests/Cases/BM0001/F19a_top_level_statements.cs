// F19a Top-level statements with the OpenAI client
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'town', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using OpenAI.Chat;

var client = Clients.OpenAI;
string[] towns = ["Delft", "Ghent", "Bruges"];
var tips = new List<string>();

foreach (var town in towns)
{
    ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage($"One tip for a day in {town}.")]);
    tips.Add($"{town}: {completion.Content[0].Text}");
}

Console.WriteLine(string.Join(Environment.NewLine, tips));

public static class Clients
{
    public static ChatClient OpenAI { get; set; } = new("gpt-4o-mini", Environment.GetEnvironmentVariable("OPENAI_API_KEY") ?? "none");
}
//// run
Clients.OpenAI = client;
var main = typeof(Clients).Assembly.EntryPoint!;
await Task.Run(() => main.Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], null), cancellationToken);
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using BatchMigrate;
using OpenAI.Chat;

var client = Clients.OpenAI;
string[] towns = ["Delft", "Ghent", "Bruges"];
var tips = new List<string>();

var messagesList = new List<IEnumerable<ChatMessage>>();
foreach (var town in towns)
{
    messagesList.Add([new UserChatMessage($"One tip for a day in {town}.")]);
}

var batch = await client.CompleteBatchAsync(messagesList);
foreach (var (town, item) in towns.Zip(batch))
{
    ChatCompletion completion = item.Response;
    tips.Add($"{town}: {completion.Content[0].Text}");
}

Console.WriteLine(string.Join(Environment.NewLine, tips));

public static class Clients
{
    public static ChatClient OpenAI { get; set; } = new("gpt-4o-mini", Environment.GetEnvironmentVariable("OPENAI_API_KEY") ?? "none");
}
