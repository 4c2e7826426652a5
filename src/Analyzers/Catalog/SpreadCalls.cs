using System.Collections.Immutable;

namespace BatchMigrate.Analyzers.Catalog;

/// <summary>The calls that have no batch form of their own: <c>Batch.RunAsync</c> makes them several at a time.</summary>
internal static class SpreadCalls
{
    private const string Moderations = "OpenAI.Moderations.ModerationClient";
    private const string Responses = "OpenAI.Responses.ResponsesClient";
    private const string Audio = "OpenAI.Audio.AudioClient";
    private const string Images = "OpenAI.Images.ImageClient";
    private const string Inference = "Azure.AI.Inference.ChatCompletionsClient";
    private const string KernelChat = "Microsoft.SemanticKernel.ChatCompletion.IChatCompletionService";
    private const string KernelChatExtensions = "Microsoft.SemanticKernel.ChatCompletion.ChatCompletionServiceExtensions";
    private const string Kernel = "Microsoft.SemanticKernel.Kernel";
    private const string KernelEmbedder = "Microsoft.SemanticKernel.Embeddings.IEmbeddingGenerationService`2";
    private const string Agent = "Microsoft.Agents.AI.AIAgent";
    private const string Ollama = "OllamaSharp.IOllamaApiClient";
    private const string AnthropicMessages = "Anthropic.Services.IMessageService";
    private const string AnthropicBeta = "Anthropic.Services.Beta.IMessageService";
    private const string Bedrock = "Amazon.BedrockRuntime.IAmazonBedrockRuntime";

    /// <summary>Sixteen inputs of the greatest length that models take stay below what providers take in a request.</summary>
    private static readonly ListCall KernelEmbeddings = new("GenerateEmbeddingsAsync", "data", null) { GivesOutcomes = true, Size = 16 };

    /// <summary>The model calls its functions: they are code of the program, and their results go into the history.</summary>
    private static readonly ImmutableArray<string> CallsFunctions = ["FunctionChoiceBehavior", "ToolCallBehavior"];
    private static readonly ImmutableArray<string> ResponseState = ["PreviousResponseId", "ConversationOptions"];
    private static readonly ImmutableArray<string> AgentState = ["ConversationId", "ContinuationToken"];
    private static readonly ImmutableArray<string> Container = ["Container", "Thread"];
    private static readonly ImmutableArray<string> Session = ["session", "thread"];
    private static readonly ImmutableArray<string> PreviousResponse = ["previousResponseId"];

    public static ImmutableArray<CallEntry> Entries { get; } =
    [
        .. BothForms(Moderations, "ClassifyText", "input"),
        .. BothForms(Responses, "CreateResponse", "userInputText").Select(static e => e with { StatefulArguments = PreviousResponse }),
        .. BothForms(Responses, "CreateResponse", "inputItems").Select(static e => e with { StatefulArguments = PreviousResponse }),
        .. BothForms(Responses, "CreateResponse", "options").Select(static e => e with { StatefulOptions = ResponseState, RequestIs = "CreateResponseOptions" }),

        // These clients write what is asked into the options that they are given. Streams are left alone: a second try would find them at their end.
        .. BothForms(Audio, "GenerateSpeech", "text").Select(static e => e with { ChangedArguments = ["options"] }),
        .. BothForms(Audio, "TranscribeAudio", "audioFilePath").Select(static e => e with { ReadsFiles = true }),
        .. BothForms(Audio, "TranslateAudio", "audioFilePath").Select(static e => e with { ChangedArguments = ["options"], ReadsFiles = true }),
        .. BothForms(Images, "GenerateImage", "prompt").Select(static e => e with { ChangedArguments = ["options"] }),

        .. BothForms(Inference, "Complete", "chatCompletionsOptions"),

        Spread(KernelChat, "GetChatMessageContentsAsync", KernelChat, "chatHistory") with { StatefulOptions = CallsFunctions },
        Spread(KernelChatExtensions, "GetChatMessageContentsAsync", KernelChat, "prompt") with { StatefulOptions = CallsFunctions },
        Spread(KernelChatExtensions, "GetChatMessageContentAsync", KernelChat, "chatHistory") with { StatefulOptions = CallsFunctions },
        Spread(KernelChatExtensions, "GetChatMessageContentAsync", KernelChat, "prompt") with { StatefulOptions = CallsFunctions },
        Spread("Microsoft.SemanticKernel.KernelExtensions", "InvokePromptAsync", Kernel, "promptTemplate") with { StatefulOptions = CallsFunctions },
        Spread("Microsoft.SemanticKernel.Embeddings.EmbeddingGenerationExtensions", "GenerateEmbeddingAsync", KernelEmbedder, "value") with { Kind = CallKind.Embedding, Many = KernelEmbeddings },

        Spread(Agent, "RunAsync", Agent, "message") with { StatefulArguments = Session, StatefulOptions = AgentState },
        Spread(Agent, "RunAsync", Agent, "messages") with { StatefulArguments = Session, StatefulOptions = AgentState },

        Spread("OllamaSharp.OllamaApiClientExtensions", "EmbedAsync", Ollama, "input") with { Kind = CallKind.Embedding, RequestIs = "String" },

        Spread(AnthropicMessages, "Create", AnthropicMessages, "parameters") with { StatefulOptions = Container },
        Spread("Anthropic.Services.MessageServiceExtensions", "Create", AnthropicMessages, "parameters") with { StatefulOptions = Container },
        Spread(AnthropicBeta, "Create", AnthropicBeta, "parameters") with { StatefulOptions = Container },
        Spread("Anthropic.Services.Beta.BetaMessageServiceExtensions", "Create", AnthropicBeta, "parameters") with { StatefulOptions = Container },

        Spread("Google.GenAI.Models", "GenerateContentAsync", "Google.GenAI.Models", "contents"),

        Spread(Bedrock, "ConverseAsync", Bedrock, "request"),
        Spread(Bedrock, "InvokeModelAsync", Bedrock, "request") with { ChangedArguments = ["request"] },
    ];

    private static CallEntry Spread(string type, string method, string client, string request) => new(type, method, client, request, null, null, "RunAsync", []);

    /// <summary>A call that exists as a task and as one that blocks.</summary>
    private static CallEntry[] BothForms(string client, string method, string request) =>
        [Spread(client, method + "Async", client, request), Spread(client, method, client, request) with { BatchMethod = "Run" }];
}
