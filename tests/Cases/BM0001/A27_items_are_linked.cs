// A27 Each item refers to the one before it
// verdict: silent
// why: the prompt reads the summary that the previous item got from its answer
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class Chapter(string text, Chapter? previous)
{
    public string Text { get; } = text;

    public Chapter? Previous { get; } = previous;

    public string Summary { get; set; } = "";
}

public sealed class ChapterSummaries(ChatClient client)
{
    public async Task SummariseAsync(IEnumerable<Chapter> chapters)
    {
        foreach (var chapter in chapters)
        {
            ChatCompletion completion = await client.CompleteChatAsync($"So far: {chapter.Previous?.Summary}\nSummarise: {chapter.Text}");
            chapter.Summary = completion.Content[0].Text;
        }
    }
}
