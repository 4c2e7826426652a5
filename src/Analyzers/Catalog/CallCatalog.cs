using System.Collections.Immutable;

namespace BatchMigrate.Analyzers.Catalog;

/// <summary>What a single call is, and what its batch form is. Data only: to teach the tool a call, add a line.</summary>
internal static class CallCatalog
{
    public const string RuntimeNamespace = "BatchMigrate";
    public const string BatchType = "BatchMigrate.Batch";
    public const string BatchOptionsType = "BatchMigrate.BatchOptions";

    private const string OpenAIClient = "OpenAI.Chat.ChatClient";
    private const string OpenAIBatch = "BatchMigrate.OpenAIChatClientBatchExtensions";
    private const string ChatClient = "Microsoft.Extensions.AI.IChatClient";
    private const string ChatBatch = "BatchMigrate.ChatClientBatchExtensions";
    private const string ChatExtensions = "Microsoft.Extensions.AI.ChatClientExtensions";
    private const string StructuredExtensions = "Microsoft.Extensions.AI.ChatClientStructuredOutputExtensions";

    private static readonly ImmutableArray<string> NoState = [];
    private static readonly ImmutableArray<string> Conversation = ["ConversationId"];

    public static ImmutableArray<CallEntry> Entries { get; } =
    [
        new(OpenAIClient, "CompleteChatAsync", OpenAIClient, "messages", "options", OpenAIBatch, "CompleteBatchAsync", NoState),
        new(OpenAIClient, "CompleteChat", OpenAIClient, "messages", "options", OpenAIBatch, "CompleteBatch", NoState),
        new(ChatClient, "GetResponseAsync", ChatClient, "messages", "options", ChatBatch, "CompleteBatchAsync", Conversation),
        new(ChatExtensions, "GetResponseAsync", ChatClient, "chatMessage", "options", ChatBatch, "CompleteBatchAsync", Conversation),
        new(StructuredExtensions, "GetResponseAsync", ChatClient, "messages", "options", null, "RunAsync", Conversation),
        new(StructuredExtensions, "GetResponseAsync", ChatClient, "chatMessage", "options", null, "RunAsync", Conversation),
    ];

    /// <summary>The type that carries a request with options of its own, for each batch form.</summary>
    public static ImmutableDictionary<string, string> RequestTypes { get; } = ImmutableDictionary<string, string>.Empty
        .Add(OpenAIBatch, "BatchMigrate.ChatCompletionRequest")
        .Add(ChatBatch, "BatchMigrate.ChatRequest");
}
