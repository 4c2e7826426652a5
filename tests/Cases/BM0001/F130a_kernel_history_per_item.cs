// F130a A fresh history for each item, with settings and a kernel that all share
// verdict: fixed
// message: This loop makes one 'GetChatMessageContentAsync' round trip per 'entry', one after another; 'Batch.RunAsync' sends them together
// uses: Microsoft.SemanticKernel
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace Guestbook;

public sealed class Entry(string text)
{
    public string Text { get; } = text;

    public string? Mood { get; set; }
}

public sealed class MoodReader(IChatCompletionService service, Kernel kernel)
{
    private readonly OpenAIPromptExecutionSettings settings = new() { ModelId = "small", Temperature = 0 };

    public async Task ReadAsync(IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            var history = new ChatHistory("Answer with one word.");
            history.AddUserMessage($"The mood of: {entry.Text}");
            var answer = await /*BM0001*/service.GetChatMessageContentAsync(history, settings, kernel, cancellationToken);
            entry.Mood = answer.Content;
        }
    }
}
//// run
Entry[] entries = [new("Lovely!"), new("Too loud."), new("Fine.")];
await new MoodReader(new ScriptedChatService(Ask), new Microsoft.SemanticKernel.Kernel()).ReadAsync(entries, cancellationToken);
foreach (var entry in entries)
{
    Log($"{entry.Text} {entry.Mood}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace Guestbook;

public sealed class Entry(string text)
{
    public string Text { get; } = text;

    public string? Mood { get; set; }
}

public sealed class MoodReader(IChatCompletionService service, Kernel kernel)
{
    private readonly OpenAIPromptExecutionSettings settings = new() { ModelId = "small", Temperature = 0 };

    public async Task ReadAsync(IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        var chatHistories = new List<ChatHistory>();
        foreach (var entry in entries)
        {
            var history = new ChatHistory("Answer with one word.");
            history.AddUserMessage($"The mood of: {entry.Text}");
            chatHistories.Add(history);
        }

        var batch = await Batch.RunAsync(
            chatHistories,
            (chatHistory, ct) => service.GetChatMessageContentAsync(chatHistory, settings, kernel, ct),
            cancellationToken: cancellationToken);
        foreach (var (entry, item) in entries.Zip(batch))
        {
            var answer = item.Response;
            entry.Mood = answer.Content;
        }
    }
}
