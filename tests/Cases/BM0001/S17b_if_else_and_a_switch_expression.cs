// S17 Calls in an if with else and in a switch expression, outside any loop
// verdict: silent
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Translation;

public sealed class Answerer(IChatClient chat)
{
    public async Task<string> AnswerAsync(string question, bool brief, string? language)
    {
        ChatResponse response;
        if (brief)
        {
            response = await chat.GetResponseAsync($"In one line: {question}");
        }
        else
        {
            response = await chat.GetResponseAsync(question, new ChatOptions { MaxOutputTokens = 2000 });
        }

        var translated = language switch
        {
            null => response,
            "en" => await chat.GetResponseAsync($"In plain English: {response.Text}"),
            _ => await chat.GetResponseAsync($"In {language}: {response.Text}"),
        };
        return translated.Text;
    }
}
