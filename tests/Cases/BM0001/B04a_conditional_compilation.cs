// B04 A directive inside the loop: the other branch cannot be seen
// verdict: blocked
// blocker: directive
// message: The calls of 'CompleteChatAsync' could be one batch, but a preprocessor directive stands inside the loop
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Subtitles;

public sealed class SubtitleTranslator(ChatClient client)
{
    public async Task<List<string>> TranslateAsync(IReadOnlyList<string> lines)
    {
        var translated = new List<string>();
        foreach (var line in lines)
        {
            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync($"To French: {line}");
/*why*/#if TRACE_ANSWERS
            Console.WriteLine(completion.Id);
#endif
            translated.Add(completion.Content[0].Text.Trim());
        }

        Console.WriteLine($"{translated.Count} lines");
        return translated;
    }
}
