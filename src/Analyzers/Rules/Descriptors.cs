using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Rules;

/// <summary>The rules, as users see them.</summary>
public static class Descriptors
{
    private const string Category = "Batching";

    /// <summary>BM0001: single chat completions one after another in a loop.</summary>
    public static readonly DiagnosticDescriptor SequentialCompletion = new(
        "BM0001",
        "Chat completions are requested one after another in a loop",
        "{0} one after another; '{1}' sends them together",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "No iteration needs the answer of another one, so the requests can be prepared first, sent together and read back in order. The total time falls from the sum of the latencies to about that sum divided by the concurrency.",
        helpLinkUri: HelpLink("BM0001"));

    /// <summary>BM0010: a loop that could be batched but for one named thing.</summary>
    public static readonly DiagnosticDescriptor BlockedLoop = new(
        "BM0010",
        "A loop of model calls cannot be batched because of one thing",
        "The calls of '{0}' in this loop could be one batch, but {1}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The loop sends one model call at a time, and exactly one thing stands in the way of sending them together. The additional locations point at it.",
        helpLinkUri: HelpLink("BM0010"));

    private static string HelpLink(string id) => $"https://github.com/BatchMigrate/BatchMigrate/blob/main/docs/rules/{id}.md";
}
