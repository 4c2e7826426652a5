using System.ClientModel;
using BatchMigrate;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;
using SqlDocs.Storing;

namespace SqlDocs.Indexing;

/// <summary>The two models, and what they are asked.</summary>
internal sealed class Provider
{
    /// <summary>The most tokens of a description: a few sentences.</summary>
    public const int MostTokensOfDescription = 200;

    private const string Task =
        "You document databases. Say in two or three sentences what the given table or foreign key is for, for a developer who has never seen the database. Use only what is given, and repeat no lists of columns.";

    private readonly RunOptions _options;

    /// <param name="options">Which models, and how they are asked.</param>
    /// <param name="client">How requests reach the provider.</param>
    public Provider(RunOptions options, OpenAIClientOptions client)
    {
        _options = options;
        // The batches take the retries, and read the limits from the headers.
        client.UseBatchMigrate();
        var key = new ApiKeyCredential(options.ApiKey);
        Chat = new ChatClient(options.Model, key, client);
        Embeddings = new EmbeddingClient(options.EmbeddingModel, key, client);
        EmbeddingOptions = options.Dimensions is { } length ? new EmbeddingGenerationOptions { Dimensions = length } : null;
    }

    /// <summary>Describes.</summary>
    public ChatClient Chat { get; }

    /// <summary>How descriptions are asked for.</summary>
    public ChatCompletionOptions ChatOptions { get; } = new() { MaxOutputTokenCount = MostTokensOfDescription };

    /// <summary>Embeds.</summary>
    public EmbeddingClient Embeddings { get; }

    /// <summary>How vectors are asked for.</summary>
    public EmbeddingGenerationOptions? EmbeddingOptions { get; }

    /// <summary>What is asked about an item.</summary>
    public static IEnumerable<ChatMessage> Question(DocumentItem item) => [new SystemChatMessage(Task), new UserChatMessage(item.Definition)];

    /// <summary>How a batch is sent.</summary>
    /// <param name="checkpoint">The file that keeps its answers; null where none are to be kept.</param>
    /// <param name="maxCost">The most that it may cost; null for no bound.</param>
    /// <param name="progress">Hears how far it is.</param>
    public BatchOptions Sending(string? checkpoint = null, decimal? maxCost = null, IProgress<BatchProgress>? progress = null) => new()
    {
        MaxConcurrency = _options.Individual ? 1 : _options.Concurrency,
        Retry = new RetryOptions { MaxErrorRetries = _options.MaxRetries },
        Pack = new PackLimits { MaxItems = _options.PackSize },
        Pricing = _options.Pricing,
        MaxCost = maxCost,
        Checkpoint = checkpoint is null ? null : new BatchCheckpoint(checkpoint),
        // Each description is written as soon as it is there.
        StreamOrder = BatchOrder.Completion,
        Progress = progress,
    };
}
