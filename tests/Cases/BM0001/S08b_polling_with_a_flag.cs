// S08 Polling whose end is a flag in the loop's condition
// verdict: silent
using System.Threading;
using OpenAI.Chat;

namespace Deployments;

public static class BuildGate
{
    public static int CountPolls(ChatClient client, string build)
    {
        var polls = 0;
        for (var done = false; !done; polls++)
        {
            string verdict = client.CompleteChat(new UserChatMessage($"Has the build {build} finished? yes or no")).Value.Content[0].Text;
            done = verdict.StartsWith("yes", System.StringComparison.OrdinalIgnoreCase);
            if (!done)
            {
                Thread.Sleep(5000);
            }
        }

        return polls;
    }
}
