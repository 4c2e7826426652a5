// A10 An extension method with a harmless name extends the list
// verdict: silent
// why: Log() adds the answer to the transcript that is sent with the next question
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

internal static class TranscriptExtensions
{
    public static void Log(this IList<ChatMessage> transcript, string text) => transcript.Add(new ChatMessage(ChatRole.Assistant, text));
}

public sealed class Witness(IChatClient chat)
{
    public async Task<IList<ChatMessage>> QuestionAsync(IEnumerable<string> questions)
    {
        IList<ChatMessage> transcript = new List<ChatMessage>();
        foreach (var question in questions)
        {
            var response = await chat.GetResponseAsync([.. transcript, new ChatMessage(ChatRole.User, question)]);
            transcript.Log(response.Text);
        }

        return transcript;
    }
}
