// A09 A local function below the loop changes what the prompt reads
// verdict: blocked
// blocker: 'scene' is changed
// message: The calls of 'CompleteChatAsync' could be one batch, but 'scene' is changed on line 16 after the call and needed on line 14 before the next one
// why: Next() counts the captured number that the next prompt names
using System;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public static class Screenplay
{
    public static async Task WriteAsync(ChatClient client, string[] outlines)
    {
        var scene = 1;
        foreach (var outline in outlines)
        {
            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync($"Scene {/*why*/scene}: {outline}");
            Console.WriteLine(completion.Content[0].Text);
            /*why*/Next();
        }

        void Next() => scene++;
    }
}
