// S01 Chat history in a parameter, counted by index, synchronous
// verdict: silent
using System.Collections.Generic;
using OpenAI.Chat;

namespace Support.Replay;

internal static class TranscriptReplayer
{
    public static string[] Replay(ChatClient client, IList<ChatMessage> conversation, string[] recorded)
    {
        var replies = new string[recorded.Length];
        for (int i = 0; i < recorded.Length; i++)
        {
            conversation.Add(ChatMessage.CreateUserMessage(recorded[i]));
            var reply = client.CompleteChat(conversation).Value.Content[0].Text;
            conversation.Add(ChatMessage.CreateAssistantMessage(reply));
            replies[i] = reply;
        }

        return replies;
    }
}
