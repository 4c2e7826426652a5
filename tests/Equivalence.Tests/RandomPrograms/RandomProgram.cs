using System.Collections.Immutable;
using BatchMigrate.Equivalence.Tests.Programs;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>What the generator knows of a program because of how it made it; the larger one wins.</summary>
internal enum Claim
{
    /// <summary>No request needs what an answer has led to, and nothing stands in the way: a fix has to be offered.</summary>
    Independent,

    /// <summary>Something is in it that may stand in the way: whatever is offered has to be right, and where nothing is, the reason has to be that thing.</summary>
    Open,

    /// <summary>A request needs what an earlier answer has led to, or an answer decides whether there is a next one: a fix must not be offered.</summary>
    Dependent,
}

/// <summary>One thing that the generator has put into a program.</summary>
/// <param name="Claim">What follows from it.</param>
/// <param name="Name">What it is.</param>
/// <param name="Reasons">Pieces of messages that are true of it; an empty one stands for silence.</param>
internal sealed record Fact(Claim Claim, string Name, params ImmutableArray<string> Reasons);

/// <summary>A generated program.</summary>
/// <param name="Name">Its namespace: the number, after the seed.</param>
/// <param name="Source">The source under test, without usings and namespace.</param>
/// <param name="Driver">Statements that run it.</param>
/// <param name="Usings">What it imports.</param>
/// <param name="Facts">What is in it.</param>
/// <param name="Freedom">What it leaves open as it stands.</param>
internal sealed record RandomProgram(string Name, ImmutableArray<Node> Source, ImmutableArray<Node> Driver, ImmutableArray<string> Usings, ImmutableArray<Fact> Facts, Freedom Freedom)
{
    /// <summary>Whether each item makes several calls, which become batches one after the other.</summary>
    public bool IsStaged { get; init; }

    public Claim Claim => Facts.Select(static f => f.Claim).DefaultIfEmpty().Max();

    /// <summary>The file under test.</summary>
    public string SourceText => $"{Imports}\nnamespace {Name};\n\n{Node.Print(Source)}";

    /// <summary>The file that runs it.</summary>
    public string DriverText => $"{Imports}\nnamespace {Name};\n\npublic static class Driver\n{{\n    public static async Task RunAsync({Parameters})\n    {{\n{Node.Print(Driver, 2)}    }}\n}}\n";

    private string Imports => string.Concat(Usings.Select(static u => $"using {u};\n"));

    private const string Parameters =
        "OpenAI.Chat.ChatClient client, Microsoft.Extensions.AI.IChatClient chat, OpenAI.Embeddings.EmbeddingClient embeddings, " +
        "Microsoft.Extensions.AI.IEmbeddingGenerator<string, Microsoft.Extensions.AI.Embedding<float>> generator, Func<string, CancellationToken, Task<string>> ask, " +
        "Action<object?> log, Action<string, object?> watch, CancellationToken cancellationToken";
}
