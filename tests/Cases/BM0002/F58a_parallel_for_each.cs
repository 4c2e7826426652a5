// F58 Parallel.ForEach over the synchronous call
// verdict: fixed
// message: These 'CompleteChat' requests are fanned out by hand; 'CompleteBatch' sends them together, a bounded number at a time
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Signs;

public sealed class Sign
{
    public required string German { get; init; }

    public string? English { get; set; }
}

public static class SignShop
{
    public static void Translate(ChatClient client, List<Sign> signs)
    {
        Parallel.ForEach(signs, new ParallelOptions { MaxDegreeOfParallelism = 3 }, sign =>
        {
            ChatCompletion completion = /*BM0002*/client.CompleteChat(new UserChatMessage($"Translate: {sign.German}"));
            sign.English = completion.Content[0].Text;
        });
    }
}
//// run
List<Sign> signs = [new() { German = "Eingang" }, new() { German = "Ausgang" }, new() { German = "Umweg" }];
SignShop.Translate(client, signs);
foreach (var sign in signs)
{
    Log(sign.English);
}
//// fixed
using System;
using System.Collections.Generic;
using BatchMigrate;
using OpenAI.Chat;

namespace Signs;

public sealed class Sign
{
    public required string German { get; init; }

    public string? English { get; set; }
}

public static class SignShop
{
    public static void Translate(ChatClient client, List<Sign> signs)
    {
        var batch = client.CompleteBatch(
            signs,
            sign => [new UserChatMessage($"Translate: {sign.German}")],
            batchOptions: new BatchOptions { MaxConcurrency = 3 });
        batch.Apply(signs, (sign, item) =>
        {
            ChatCompletion completion = item.Response;
            sign.English = completion.Content[0].Text;
        }).ThrowAllIfFailed();
    }
}
