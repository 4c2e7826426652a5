namespace LocalModels;

/// <summary>What the program does, and whom it asks.</summary>
internal sealed record Options
{
    /// <summary>The server; null for a simulated one in this process.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The server's key. Local servers want none, and the client library wants something.</summary>
    public string ApiKey { get; init; } = "local";

    /// <summary>Whether answers are generated.</summary>
    public bool Generates { get; init; } = true;

    /// <summary>Whether models are compared.</summary>
    public bool Compares { get; init; } = true;

    /// <summary>The model that generates.</summary>
    public string Model { get; init; } = "qwen3:8b";

    /// <summary>A file with a prompt in each line; null for the twelve of the program.</summary>
    public string? PromptFile { get; init; }

    /// <summary>The most requests at a time.</summary>
    public int MaxConcurrent { get; init; } = 5;

    /// <summary>The least time between the starts of two requests.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(0.1);

    /// <summary>The models that are compared.</summary>
    public IReadOnlyList<string> Models { get; init; } = ["qwen3:8b", "gemma3:4b", "llama3.2:3b"];

    /// <summary>What they are asked.</summary>
    public string Prompt { get; init; } = Prompts.ToCompare;

    /// <summary>How often each is asked.</summary>
    public int Runs { get; init; } = 3;

    /// <summary>The file for the charts.</summary>
    public string Report { get; init; } = "local-models.html";
}
