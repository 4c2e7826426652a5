// S11 The first document that answers the question is returned
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Archive;

public sealed record Letter(string Id, string Text);

public sealed class LetterSearch(ChatClient client)
{
    public async Task<Letter?> FindAsync(IEnumerable<Letter> letters, string question)
    {
        foreach (var letter in letters)
        {
            ChatCompletion completion = await client.CompleteChatAsync($"Does this letter answer '{question}'? yes or no.\n{letter.Text}");
            if (completion.Content[0].Text.StartsWith("yes", StringComparison.OrdinalIgnoreCase))
            {
                return letter;
            }
        }

        return null;
    }
}
