using System.Collections.Immutable;

namespace BatchMigrate.Analyzers.Catalog;

/// <summary>What a single call is, and what its batch form is. Data only: to teach the tool a call, add a line.</summary>
internal static class CallCatalog
{
    public const string RuntimeNamespace = "BatchMigrate";
    public const string BatchType = "BatchMigrate.Batch";
    public const string BatchResultType = "BatchMigrate.BatchResult`1";
    public const string BatchOptionsType = "BatchMigrate.BatchOptions";

    private const string OpenAIClient = "OpenAI.Chat.ChatClient";
    private const string OpenAIBatch = "BatchMigrate.OpenAIChatClientBatchExtensions";
    private const string ChatClient = "Microsoft.Extensions.AI.IChatClient";
    private const string ChatBatch = "BatchMigrate.ChatClientBatchExtensions";
    private const string ChatExtensions = "Microsoft.Extensions.AI.ChatClientExtensions";
    private const string StructuredExtensions = "Microsoft.Extensions.AI.ChatClientStructuredOutputExtensions";

    private const string OpenAIRequest = "BatchMigrate.ChatCompletionRequest";
    private const string ChatRequest = "BatchMigrate.ChatRequest";
    private const string ChatStream = "CompleteBatchStreamingAsync";
    private const string OpenAIEmbedder = "OpenAI.Embeddings.EmbeddingClient";
    private const string OpenAIEmbeddingBatch = "BatchMigrate.OpenAIEmbeddingClientBatchExtensions";
    private const string Embedder = "Microsoft.Extensions.AI.IEmbeddingGenerator`2";
    private const string EmbeddingBatch = "BatchMigrate.EmbeddingGeneratorBatchExtensions";
    private const string EmbeddingExtensions = "Microsoft.Extensions.AI.EmbeddingGeneratorExtensions";

    private const string Collection = "Microsoft.Extensions.VectorData.VectorStoreCollection`2";
    private const string Searchable = "Microsoft.Extensions.VectorData.IVectorSearchable`1";

    private static readonly ImmutableArray<string> NoState = [];
    private static readonly ImmutableArray<string> Conversation = ["ConversationId"];

    public static ImmutableArray<CallEntry> Entries { get; } =
    [
        new(OpenAIClient, "CompleteChatAsync", OpenAIClient, "messages", "options", OpenAIBatch, "CompleteBatchAsync", NoState) { RequestType = OpenAIRequest, StreamMethod = ChatStream },
        new(OpenAIClient, "CompleteChat", OpenAIClient, "messages", "options", OpenAIBatch, "CompleteBatch", NoState) { RequestType = OpenAIRequest, StreamMethod = ChatStream },
        new(ChatClient, "GetResponseAsync", ChatClient, "messages", "options", ChatBatch, "CompleteBatchAsync", Conversation) { RequestType = ChatRequest, StreamMethod = ChatStream },
        new(ChatExtensions, "GetResponseAsync", ChatClient, "chatMessage", "options", ChatBatch, "CompleteBatchAsync", Conversation) { RequestType = ChatRequest, StreamMethod = ChatStream },
        new(StructuredExtensions, "GetResponseAsync", ChatClient, "messages", "options", null, "RunAsync", Conversation),
        new(StructuredExtensions, "GetResponseAsync", ChatClient, "chatMessage", "options", null, "RunAsync", Conversation),
        new(OpenAIEmbedder, "GenerateEmbeddingAsync", OpenAIEmbedder, "input", "options", OpenAIEmbeddingBatch, "EmbedBatchAsync", NoState) { Kind = CallKind.Embedding, ChangedArguments = ["options"] },
        new(OpenAIEmbedder, "GenerateEmbedding", OpenAIEmbedder, "input", "options", OpenAIEmbeddingBatch, "EmbedBatch", NoState) { Kind = CallKind.Embedding, ChangedArguments = ["options"] },
        new(EmbeddingExtensions, "GenerateAsync", Embedder, "value", "options", EmbeddingBatch, "EmbedBatchAsync", NoState) { Kind = CallKind.Embedding },
        new(EmbeddingExtensions, "GenerateVectorAsync", Embedder, "value", "options", EmbeddingBatch, "EmbedVectorBatchAsync", NoState) { Kind = CallKind.Embedding },
        new(Collection, "UpsertAsync", Collection, "record", null, null, "RunAsync", NoState) { Kind = CallKind.StoreWrite },
        new(Collection, "DeleteAsync", Collection, "key", null, null, "RunAsync", NoState) { Kind = CallKind.StoreWrite },
        new(Collection, "GetAsync", Collection, "key", null, null, "RunAsync", NoState) { Kind = CallKind.StoreSearch },
        new(Collection, "SearchAsync", Collection, "searchValue", null, null, "RunAsync", NoState) { Kind = CallKind.StoreSearch },
        new(Searchable, "SearchAsync", Searchable, "searchValue", null, null, "RunAsync", NoState) { Kind = CallKind.StoreSearch },
        .. QdrantCalls.Entries,
        .. SpreadCalls.Entries,
    ];

    /// <summary>The names of the extension methods that a fix calls.</summary>
    public static ImmutableHashSet<string> BatchMethods { get; } =
        [.. Entries.Where(static e => e.HasOwnBatchForm).SelectMany(static e => new[] { e.BatchMethod, e.StreamMethod }).OfType<string>()];
}
