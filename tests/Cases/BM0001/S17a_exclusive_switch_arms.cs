// S17 Calls in exclusive arms of a switch, outside any loop
// verdict: silent
using System;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Translation;

public enum Tone { Formal, Friendly, Legal }

public sealed class Translator(ChatClient client)
{
    public async Task<string> TranslateAsync(string text, Tone tone)
    {
        switch (tone)
        {
            case Tone.Formal:
                return (await client.CompleteChatAsync($"Translate politely: {text}")).Value.Content[0].Text;
            case Tone.Friendly:
                return (await client.CompleteChatAsync($"Translate like a friend: {text}")).Value.Content[0].Text;
            case Tone.Legal:
                return (await client.CompleteChatAsync($"Translate word by word: {text}")).Value.Content[0].Text;
            default:
                throw new ArgumentOutOfRangeException(nameof(tone));
        }
    }
}
