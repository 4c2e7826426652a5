// A09 A local function below the loop changes what the prompt reads
// verdict: blocked
// blocker: 'scene' is changed
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
