using System.ClientModel;
using OpenAI.Chat;

namespace Documents;

/// <summary>Says in two or three sentences what a code example shows.</summary>
public sealed class CodeExampleSummariser(ChatClient client)
{
    private const string Instructions = "You summarise code examples, briefly.";
    private const string Fallback = "Code example for demonstration purposes.";

    private static readonly ChatCompletionOptions Options = new() { Temperature = 0.3f, MaxOutputTokenCount = 100 };

    /// <summary>The summaries, in the order of the examples.</summary>
    public async Task<List<string>> SummariseAsync(IEnumerable<CodeExample> examples)
    {
        var summaries = new List<string>();
        foreach (var example in examples)
        {
            summaries.Add(await SummariseCodeExampleAsync(example.Code, example.ContextBefore, example.ContextAfter));
        }

        return summaries;
    }

    public async Task<string> SummariseCodeExampleAsync(string code, string contextBefore, string contextAfter)
    {
        try
        {
            ChatCompletion completion = await client.CompleteChatAsync(
                [new SystemChatMessage(Instructions), new UserChatMessage(BuildPrompt(code, contextBefore, contextAfter))], Options);
            return completion.Content[0].Text.Trim();
        }
        catch (ClientResultException e)
        {
            Console.Error.WriteLine($"No summary for a code example: status {e.Status}");
            return Fallback;
        }
    }

    /// <summary>Writes the summary into each example.</summary>
    public async Task AddSummariesAsync(IEnumerable<CodeExample> examples, CancellationToken cancellationToken = default)
    {
        foreach (var example in examples)
        {
            var prompt = BuildPrompt(example.Code, example.ContextBefore, example.ContextAfter);
            try
            {
                ChatCompletion completion = await client.CompleteChatAsync(
                    [new SystemChatMessage(Instructions), new UserChatMessage(prompt)], Options, cancellationToken);
                example.Summary = completion.Content[0].Text.Trim();
            }
            catch (ClientResultException e)
            {
                // One example without a summary is no reason to lose the others.
                Console.Error.WriteLine($"No summary for {example.Title}: status {e.Status}");
                example.Summary = Fallback;
            }
        }
    }

    private static string BuildPrompt(string code, string contextBefore, string contextAfter)
    {
        var before = contextBefore.Length > 500 ? contextBefore[^500..] : contextBefore;
        var shown = code.Length > 1500 ? code[..1500] : code;
        var after = contextAfter.Length > 500 ? contextAfter[..500] : contextAfter;
        return $"""
            <context_before>
            {before}
            </context_before>

            <code_example>
            {shown}
            </code_example>

            <context_after>
            {after}
            </context_after>

            Say in two or three sentences what this example shows and what it is good for in practice.
            """;
    }
}
