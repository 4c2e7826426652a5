// A33 An overloaded operator extends the conversation
// verdict: silent
// why: 'talk += …' makes a new conversation with the answer in it, which the next request is made of
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class Talk(ImmutableList<ChatMessage> messages)
{
    public IEnumerable<ChatMessage> Messages => messages;

    public static Talk operator +(Talk talk, ChatMessage message) => new([.. talk.Messages, message]);
}

public static class Debate
{
    public static async Task<Talk> RunAsync(ChatClient client, IEnumerable<string> theses)
    {
        var talk = new Talk([]);
        foreach (var thesis in theses)
        {
            talk += new UserChatMessage(thesis);
            ChatCompletion completion = await client.CompleteChatAsync(talk.Messages);
            talk += new AssistantChatMessage(completion);
        }

        return talk;
    }
}
