// S13 Each answer is streamed to the console as it comes
// verdict: silent
using System;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Demo;

public static class StreamingTour
{
    public static async Task RunAsync(ChatClient client, string[] prompts)
    {
        foreach (var prompt in prompts)
        {
            Console.WriteLine($"# {prompt}");
            await foreach (StreamingChatCompletionUpdate update in client.CompleteChatStreamingAsync(new UserChatMessage(prompt)))
            {
                foreach (var part in update.ContentUpdate)
                {
                    Console.Write(part.Text);
                }
            }

            Console.WriteLine();
        }
    }
}
