using System.Collections.Immutable;
using BatchMigrate.Equivalence.Tests.Programs;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Whose client is asked.</summary>
internal enum Api
{
    /// <summary>OpenAI's <c>ChatClient</c>.</summary>
    OpenAI,

    /// <summary><c>IChatClient</c>.</summary>
    Abstraction,

    /// <summary>OpenAI's <c>EmbeddingClient</c>.</summary>
    OpenAIEmbedding,

    /// <summary><c>IEmbeddingGenerator</c>.</summary>
    AbstractionEmbedding,
}

/// <summary>A program while it is being made: what its parts have asked to be declared, and what they have put into it.</summary>
/// <param name="dice">The random numbers.</param>
/// <param name="api">Whose client is asked.</param>
internal sealed class Draft(Dice dice, Api api)
{
    private readonly HashSet<string> _names = ["item", "items", "client", "log", "cancellationToken", "group", "groups"];

    public Dice Dice => dice;

    public Api Api => api;

    public bool IsChat => api is Api.OpenAI or Api.Abstraction;

    /// <summary>How the client is named where the call stands.</summary>
    public string Client { get; set; } = "client";

    /// <summary>How the token is named where the call stands; null where none is passed on.</summary>
    public string? Token { get; set; }

    /// <summary>Whether the call stands in synchronous code.</summary>
    public bool IsSync { get; set; }

    /// <summary>Whether it is an asynchronous one all the same, which the thread waits for.</summary>
    public bool IsBlocking { get; set; }

    /// <summary>Whether a parallel query is around the call: those take the <see cref="AggregateException"/> of an item apart, which a blocked task gives.</summary>
    public bool IsQuery { get; set; }

    /// <summary>Whether the call gives a task.</summary>
    public bool CallsTask => !IsSync || IsBlocking;

    /// <summary>Whether the method is a synchronous one. A synchronous fan-out may stand in a method that awaits something else.</summary>
    public bool IsSyncMethod { get; set; }

    /// <summary>What stands before a call of a method of the program.</summary>
    public string Await => IsSync ? "" : "await ";

    /// <summary>Whether exceptions that leave the loop are caught in the same method, or seen by something else behind the loop.</summary>
    public bool IsCaughtOutside { get; set; }

    public Freedom Freedom { get; set; }

    public List<Fact> Facts { get; } = [];

    /// <summary>Declarations beside the classes <c>Item</c> and <c>Work</c>.</summary>
    public List<Node> Types { get; } = [];

    /// <summary>Fields and methods of <c>Work</c>.</summary>
    public List<Node> Members { get; set; } = [];

    /// <summary>Whether the call stands in another method than the loop, which cannot see its locals.</summary>
    public bool IsAway { get; set; }

    /// <summary>Whether that method is a static one.</summary>
    public bool IsStatic { get; set; }

    /// <summary>Whether each item makes several calls.</summary>
    public bool IsStaged { get; set; }

    /// <summary>Whether a second client, for embeddings, is needed.</summary>
    public bool NeedsEmbeddings { get; set; }

    /// <summary>Whether something before a call looks at the list that each item has, and whether something behind one changes it. What hangs below the items might be one object.</summary>
    public bool ReadsTags { get; set; }

    public bool WritesTags { get; set; }

    /// <summary>Whether the loop is a nest: items that ask nothing have no places there.</summary>
    public bool IsNest { get; set; }

    /// <summary>Whether something that others see is done for items that ask nothing, and whether filters stand before it that cannot be asked twice.</summary>
    public bool DoesForSkipped { get; set; }

    public bool HasHardFilter { get; set; }

    /// <summary>Whether a callback is told something before a call, and whether a field is changed after one.</summary>
    public bool TellsBefore { get; set; }

    public bool CountsInField { get; set; }

    /// <summary>Whether a local counts before the call, for the request or for what follows the loop.</summary>
    public bool CountsForRequest { get; set; }

    public bool CountsBefore { get; set; }

    /// <summary>Whether the item is a place in a collection, and to look at it may throw.</summary>
    public bool IsIndexed { get; set; }

    /// <summary>Whether a request is made of a property that nothing in the program changes.</summary>
    public bool ReadsState { get; set; }

    /// <summary>Whether options of all calls are kept in a field, which callbacks might change.</summary>
    public bool KeepsOptions { get; set; }

    /// <summary>Whether something in it must not stand in a function of its own that others call.</summary>
    public bool NeedsPlainPlace { get; set; }

    /// <summary>Whether all items have one object in common.</summary>
    public bool NeedsBoxes { get; set; }

    /// <summary>The class that makes groups of items, and a parameter for them, are needed.</summary>
    public bool NeedsGroups { get; set; }

    /// <summary>What stands at the method's beginning.</summary>
    public List<Node> Locals { get; } = [];

    /// <summary>What stands behind the loop: it tells what the loop has led to.</summary>
    public List<Node> Ends { get; } = [];

    /// <summary>What the driver does first, besides making items and the object.</summary>
    public List<Node> Driver { get; } = [];

    public HashSet<string> Usings { get; } =
    [
        "System", "System.Collections.Generic", "System.Linq", "System.Text", "System.Threading", "System.Threading.Tasks",
        api switch { Api.OpenAI => "OpenAI.Chat", Api.OpenAIEmbedding => "OpenAI.Embeddings", _ => "Microsoft.Extensions.AI" },
        api is Api.OpenAI or Api.OpenAIEmbedding ? "System.ClientModel" : "System.Net.Http",
    ];

    public string ClientType => api switch
    {
        Api.OpenAI => "ChatClient",
        Api.Abstraction => "IChatClient",
        Api.OpenAIEmbedding => "EmbeddingClient",
        _ => "IEmbeddingGenerator<string, Embedding<float>>",
    };

    /// <summary>The driver's client of that type.</summary>
    public string DriversClient => api switch { Api.OpenAI => "client", Api.Abstraction => "chat", Api.OpenAIEmbedding => "embeddings", _ => "generator" };

    /// <summary>What the client throws when the provider says no.</summary>
    public string ProviderException => api is Api.OpenAI or Api.OpenAIEmbedding ? "ClientResultException" : "HttpRequestException";

    /// <summary>A name that nothing else in the program has.</summary>
    public string Name(string wish)
    {
        var name = wish;
        for (var i = 2; !_names.Add(name); i++)
        {
            name = wish + i;
        }

        return name;
    }

    /// <summary>Makes the code around the calls synchronous.</summary>
    public void MakeSync(bool isMethod)
    {
        IsSync = true;
        IsSyncMethod = isMethod;

        // The abstractions have no synchronous calls.
        IsBlocking = api is Api.Abstraction or Api.AbstractionEmbedding || Dice.Chance(15);
    }

    /// <summary>The type of a method of the program that asks, with its modifiers.</summary>
    public string Returns(string type) => IsSync ? type : type == "void" ? "async Task" : $"async Task<{type}>";

    /// <summary>Adds what stands in no fix's way by itself.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="reasons">What may be said of it where something else does stand in the way.</param>
    public void Independent(string name, params ImmutableArray<string> reasons) => Facts.Add(new Fact(Claim.Independent, name, reasons));

    public void Open(string name, params ImmutableArray<string> reasons) => Facts.Add(new Fact(Claim.Open, name, reasons));

    /// <summary>Says what the parts together may stand in the way of.</summary>
    public void Conclude(string body)
    {
        if (ReadsTags && WritesTags)
        {
            Open("the items' lists are read before and changed after a call, and might be one", "Tags'", "");
        }

        if (CountsForRequest && (body.Contains("catch", StringComparison.Ordinal) || body.Contains("finally", StringComparison.Ordinal)))
        {
            Open("the requests are numbered, and a handler might see them being made", "'number' is changed", "'number2' is changed");
        }

        if (CountsBefore && IsCaughtOutside && (IsNest || HasHardFilter || DoesForSkipped))
        {
            Open("what counts before the call cannot move behind it, and a handler behind the loop sees it", "is changed before the call");
        }

        if (TellsBefore && (IsNest || HasHardFilter || DoesForSkipped))
        {
            Open("a callback before the call, which cannot move behind it, might look at what one behind it changes", "'log'", "");
        }

        if (DoesForSkipped && (Facts.Exists(static f => f.Claim == Claim.Open) || IsNest || HasHardFilter || body.Contains("catch", StringComparison.Ordinal) || body.Contains("finally", StringComparison.Ordinal)))
        {
            Open("something is done for items that ask nothing, which cannot keep their places", "is changed before the call", "after the call and needed", "items that ask nothing", "the request is prepared inside a 'try'");
        }

        if (ReadsState && body.Contains("log(", StringComparison.Ordinal))
        {
            Open("a callback might change a property that requests are made of", "'log'", "");
        }

        if (DoesForSkipped && IsIndexed)
        {
            Open("something is done for items that ask nothing, whose place in a collection might not be there", "is changed before the call", "after the call and needed");
        }

        if (TellsBefore && CountsInField)
        {
            Open("a callback before the call might look at a field that an answer changes", "'log'", "'_sum", "");
        }

        if (IsIndexed && (body.Contains("catch", StringComparison.Ordinal) || body.Contains("finally", StringComparison.Ordinal)))
        {
            Open("an item is taken out of a collection where a handler would see that fail", "the request is prepared inside a 'try'");
        }

        if (KeepsOptions && body.Contains("log(", StringComparison.Ordinal))
        {
            Open("a callback might change options that are kept in a field", "'log'", "");
        }

        if (TellsBefore && Facts.Exists(static f => f.Claim == Claim.Open))
        {
            Open("a callback before the call cannot move behind it where something else cannot", "'log'");
        }
    }

    public void Dependent(string name, params ImmutableArray<string> reasons) => Facts.Add(new Fact(Claim.Dependent, name, reasons));
}

/// <summary>The item of an iteration, seen from inside the loop.</summary>
/// <param name="Item">An expression of type <c>Item</c>.</param>
/// <param name="Index">Its place in the source, where the loop knows it.</param>
internal sealed record Scope(string Item, string? Index = null)
{
    public string Id => Item + ".Id";

    public string Text => Item + ".Text";

    /// <summary>Whether the item is a variable of its own in each iteration, which lambdas may capture.</summary>
    public bool IsVariable => Item == "item";
}
