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

    /// <summary>BM0002: completions that are fanned out by hand.</summary>
    public static readonly DiagnosticDescriptor FannedOutCompletion = new(
        "BM0002",
        "Chat completions are fanned out by hand",
        "{0}; '{1}' sends them together, a bounded number at a time",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The code starts many requests at once, or a fixed number at a time, and waits for them. A batch keeps the results, their order and what happens when one fails, and adds bounded concurrency and an error for each item.",
        helpLinkUri: HelpLink("BM0002"));

    /// <summary>BM0003: a loop or a fan-out over a helper method that makes a completion.</summary>
    public static readonly DiagnosticDescriptor RepeatedHelper = new(
        "BM0003",
        "A method that requests a chat completion is called one item at a time",
        "{0}; '{1}' sends them together",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The method asks a model for one item, and no call of it needs what another one has given. The fix adds a method for many items beside it, keeps the single one on top of that for its other callers, and calls it.",
        helpLinkUri: HelpLink("BM0003"));

    /// <summary>BM0004: independent completions awaited one after another as plain statements.</summary>
    public static readonly DiagnosticDescriptor IndependentCompletions = new(
        "BM0004",
        "Independent chat completions are awaited one after another",
        "These {0} '{1}' round trips do not need each other's answers; '{2}' sends them together",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Several requests to one client stand one behind the other, and none needs the answer of another one. Sent together they take as long as the longest of them.",
        helpLinkUri: HelpLink("BM0004"));

    /// <summary>BM0005: embeddings that are generated one input at a time.</summary>
    public static readonly DiagnosticDescriptor SingleEmbedding = new(
        "BM0005",
        "Embeddings are generated one input at a time",
        "'{0}' is called for one input at a time; '{1}' {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Embedding services take many inputs in one request. No input needs the embedding of another one, so they can be packed to the service's limits; one input that is refused costs only itself.",
        helpLinkUri: HelpLink("BM0005"));

    /// <summary>BM0006: records that are written to a store one at a time.</summary>
    public static readonly DiagnosticDescriptor SingleStoreWrite = new(
        "BM0006",
        "Records are written to a vector store one at a time",
        "'{0}' is called for one record at a time; '{1}' writes them together",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Vector stores write many records in one request, in little more time than one. The records do not depend on each other, so they can be collected and written together.",
        helpLinkUri: HelpLink("BM0006"));

    /// <summary>BM0007: searches of a store one query at a time.</summary>
    public static readonly DiagnosticDescriptor SingleStoreSearch = new(
        "BM0007",
        "A vector store is searched for one query at a time",
        "'{0}' is called for one query at a time; '{1}' sends them together",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "No query needs what another one has found, so they can be sent together: the total time falls from the sum of the round trips to that of a few.",
        helpLinkUri: HelpLink("BM0007"));

    /// <summary>BM0010: a loop that could be batched but for one named thing.</summary>
    public static readonly DiagnosticDescriptor BlockedLoop = new(
        "BM0010",
        "A loop of model calls cannot be batched because of one thing",
        "The calls of '{0}' could be one batch, but {1}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The loop sends one model call at a time, and exactly one thing stands in the way of sending them together. The additional locations point at it.",
        helpLinkUri: HelpLink("BM0010"));

    /// <summary>BM0011: a batch whose failures nobody looks at.</summary>
    public static readonly DiagnosticDescriptor UncheckedBatch = new(
        "BM0011",
        "The failures of a batch are never looked at",
        "What became of the items of '{0}' is never looked at, so failures are lost; 'EnsureSuccess()' throws them",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A batch does not throw where an item fails: the item holds its own exception. Code that looks at none of Response, Error, Succeeded, Failed or EnsureSuccess goes on as if everything had been done.",
        helpLinkUri: HelpLink("BM0011"));

    /// <summary>BM0012: a setting that is not known, or whose value cannot be read.</summary>
    public static readonly DiagnosticDescriptor MalformedSetting = new(
        "BM0012",
        "A setting of BatchMigrate is unknown or malformed",
        "The setting '{0}' {1}",
        "Configuration",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A key that is not known has no effect, and in place of a value that cannot be read the default is used. Both are easily taken for a setting that works.",
        helpLinkUri: HelpLink("BM0012"));

    private static string HelpLink(string id) => $"https://github.com/BatchMigrate/BatchMigrate/blob/main/docs/rules/{id}.md";
}
