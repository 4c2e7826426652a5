using System.ClientModel;
using Microsoft.Extensions.AI;

namespace Documents;

/// <summary>Says in two or three sentences what a code example shows.</summary>
public sealed class CodeExampleSummariser(IChatClient client)
{
    private const string Instructions = "You summarise code examples, briefly.";
    private const string Fallback = "Code example for demonstration purposes.";

    private static readonly ChatOptions Options = new() { Temperature = 0.3f, MaxOutputTokens = 100 };

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
            var response = await client.GetResponseAsync(
                [new ChatMessage(ChatRole.System, Instructions), new ChatMessage(ChatRole.User, BuildPrompt(code, contextBefore, contextAfter))], Options);
            return response.Text.Trim();
        }
        catch (Exception e) when (e is HttpRequestException or ClientResultException)
        {
            Console.Error.WriteLine($"No summary for a code example: {e.GetType().Name}");
            return Fallback;
        }
    }

    /// <summary>The summaries with the examples' titles before them, in the order of the examples.</summary>
    public async Task<List<string>> DescribeAsync(IEnumerable<CodeExample> examples, CancellationToken cancellationToken = default)
    {
        var descriptions = new List<string>();
        foreach (var example in examples)
        {
            var prompt = BuildPrompt(example.Code, example.ContextBefore, example.ContextAfter);
            try
            {
                var response = await client.GetResponseAsync(
                    [new ChatMessage(ChatRole.System, Instructions), new ChatMessage(ChatRole.User, prompt)], Options, cancellationToken);
                descriptions.Add($"{example.Title}: {response.Text.Trim()}");
            }
            catch (Exception e) when (e is HttpRequestException or ClientResultException)
            {
                // One example without a summary is no reason to lose the others.
                Console.Error.WriteLine($"No summary for {example.Title}: {e.GetType().Name}");
                descriptions.Add($"{example.Title}: {Fallback}");
            }
        }

        return descriptions;
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
