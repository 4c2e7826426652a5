// F92 Statements between the calls keep their places
// verdict: fixed
// message: These 2 'CompleteChatAsync' round trips do not need each other's answers; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Reviews;

public sealed class ReviewBoard(ChatClient client)
{
    public List<string> Verdicts { get; } = [];

    public async Task JudgeAsync(string manuscript)
    {
        ChatCompletion plot = await /*BM0004*/client.CompleteChatAsync($"Judge the plot: {manuscript}");
        Verdicts.Add("plot: " + plot.Content[0].Text);
        Console.WriteLine($"{Verdicts.Count} of 2");

        ChatCompletion style = await client.CompleteChatAsync($"Judge the style: {manuscript}");
        Verdicts.Add("style: " + style.Content[0].Text); // always last
        Console.WriteLine($"{Verdicts.Count} of 2");
    }
}
//// run
var board = new ReviewBoard(client);
await board.JudgeAsync("A whale, and a man who hates it.");
Log(string.Join("\n", board.Verdicts));
await board.JudgeAsync("A castle that nobody can enter.");
Log(string.Join("\n", board.Verdicts));
//// fixed
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Reviews;

public sealed class ReviewBoard(ChatClient client)
{
    public List<string> Verdicts { get; } = [];

    public async Task JudgeAsync(string manuscript)
    {
        var batch = await client.CompleteBatchAsync([[$"Judge the plot: {manuscript}"], [$"Judge the style: {manuscript}"]]);
        ChatCompletion plot = batch[0].Response;
        Verdicts.Add("plot: " + plot.Content[0].Text);
        Console.WriteLine($"{Verdicts.Count} of 2");

        ChatCompletion style = batch[1].Response;
        Verdicts.Add("style: " + style.Content[0].Text); // always last
        Console.WriteLine($"{Verdicts.Count} of 2");
    }
}
