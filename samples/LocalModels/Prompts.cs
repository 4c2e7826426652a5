namespace LocalModels;

/// <summary>What is asked where nothing else is said: twelve prompts, as of a long evening at home.</summary>
public static class Prompts
{
    /// <summary>The prompts for generating.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "Name three uses of a local language model.",
        "What does the context length of a model limit?",
        "Explain quantisation in two sentences.",
        "Write a haiku about a slow fan.",
        "Give a regular expression for a date such as 2025-10-28.",
        "Why do models answer faster once they are loaded?",
        "Translate 'the kettle is boiling' into French.",
        "Suggest a name for a grey cat, and say why.",
        "What is the difference between a process and a thread?",
        "List four herbs that grow on a window sill.",
        "Summarise the story of the hare and the tortoise in one sentence.",
        "How many minutes does a soft egg take?",
    ];

    /// <summary>The prompt for comparing models.</summary>
    public const string ToCompare = "Explain in three sentences what a language model is.";
}
