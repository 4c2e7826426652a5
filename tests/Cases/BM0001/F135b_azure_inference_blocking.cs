// F135b Options in a local, in a method that blocks
// verdict: fixed
// message: This loop makes one 'Complete' round trip per 'sign', one after another; 'Batch.Run' sends them together
// uses: Azure.AI.Inference
using System.Collections.Generic;
using Azure.AI.Inference;

namespace Signs;

public static class Translations
{
    public static IList<string> Translate(ChatCompletionsClient client, List<string> signs)
    {
        var translated = new List<string>();
        foreach (var sign in signs)
        {
            var options = new ChatCompletionsOptions { Messages = { new ChatRequestUserMessage($"In German: {sign}") } };
            options.Temperature = 0;
            translated.Add(/*BM0001*/client.Complete(options).Value.Content);
        }

        return translated;
    }
}
//// run
foreach (var sign in Translations.Translate(new ScriptedInference(Ask), ["Exit", "Push", "Pull"]))
{
    Log(sign);
}
//// fixed
using System.Collections.Generic;
using Azure.AI.Inference;
using BatchMigrate;

namespace Signs;

public static class Translations
{
    public static IList<string> Translate(ChatCompletionsClient client, List<string> signs)
    {
        var translated = new List<string>();
        var chatCompletionsOptionsList = new List<ChatCompletionsOptions>();
        foreach (var sign in signs)
        {
            var options = new ChatCompletionsOptions { Messages = { new ChatRequestUserMessage($"In German: {sign}") } };
            options.Temperature = 0;
            chatCompletionsOptionsList.Add(options);
        }

        var batch = Batch.Run(
            chatCompletionsOptionsList,
            (chatCompletionsOptions, ct) => client.Complete(chatCompletionsOptions, cancellationToken: ct));
        foreach (var item in batch)
        {
            translated.Add(item.Response.Value.Content);
        }

        return translated;
    }
}
