namespace BatchMigrate.CodeFixes.Tests.Snippets;

/// <summary>
/// What the pages take for granted, so that a snippet shows its own matter only: usual namespaces, and variables with names that say what they are. A local of a snippet hides the
/// variable of the same name.
/// </summary>
internal static class StandIns
{
    public const string Source = """
        global using System;
        global using System.ClientModel;
        global using System.ClientModel.Primitives;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using BatchMigrate;
        global using Microsoft.Extensions.AI;
        global using Microsoft.Extensions.Logging;
        global using OpenAI;
        global using OpenAI.Chat;
        global using static Variables;
        // Both libraries have a ChatMessage; on the pages it is that of OpenAI.
        global using ChatMessage = OpenAI.Chat.ChatMessage;

        public sealed class Document
        {
            public string Id { get; set; } = "";
            public string Text { get; set; } = "";
            public string Summary { get; set; } = "";
        }

        public static class Variables
        {
            // Clients, and what they are made from.
            public static ChatClient client = null!;
            public static IChatClient chatClient = null!;
            public static OpenAI.Embeddings.EmbeddingClient embeddingClient = null!;
            public static IEmbeddingGenerator<string, Embedding<float>> generator = null!;
            public static OpenAIClient openAIClient = null!;
            public static string model = "";
            public static ApiKeyCredential credential = null!;

            // What is asked.
            public static List<IEnumerable<ChatMessage>> messagesList = null!;
            public static List<ChatMessage> messages = null!;
            public static List<Document> documents = null!;
            public static string[] prompts = null!;
            public static string[] texts = null!;
            public static string[] inputs = null!;
            public static string[] files = null!;
            public static IAsyncEnumerable<Document> documentsAsync = null!;

            // How.
            public static ChatCompletionOptions options = null!;
            public static BatchOptions batchOptions = null!;
            public static CancellationToken cancellationToken = default;
            public static CancellationTokenSource stop = null!;
            public static IProgress<BatchProgress> progress = null!;
            public static ILoggerFactory loggerFactory = null!;
            public static ILogger logger = null!;

            // What came of it, and what a program does of its own.
            public static BatchResult<ClientResult<ChatCompletion>> batch = null!;
            public static Task<string> AnalyseAsync(string file, CancellationToken cancellationToken) => null!;
            public static string Analyse(string file) => "";
            public static IAsyncEnumerable<string> SearchAsync(string file, CancellationToken cancellationToken) => null!;
            public static Task SendAsync(string file, CancellationToken cancellationToken) => null!;
            public static void Save(IEnumerable<BatchItem<ClientResult<ChatCompletion>>> items) { }
        }
        """;
}
