using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Catalog;

/// <summary>How a single call receives what it asks.</summary>
internal enum RequestShape
{
    /// <summary>A sequence of messages.</summary>
    Messages,

    /// <summary>A <c>params</c> array of messages.</summary>
    ParamsMessages,

    /// <summary>One message.</summary>
    Message,

    /// <summary>A value that the batch takes as it is: a prompt, an input to embed.</summary>
    Value,

    /// <summary>All arguments: of a method of source that asks a model, or of a call without a batch form of its own.</summary>
    Arguments,
}

/// <summary>What a call asks for, which decides the rule and the words of a finding.</summary>
internal enum CallKind
{
    /// <summary>An answer of a model.</summary>
    Completion,

    /// <summary>The embedding of an input.</summary>
    Embedding,

    /// <summary>That a store keeps, changes or deletes a record.</summary>
    StoreWrite,

    /// <summary>What a store has.</summary>
    StoreSearch,
}

/// <summary>One line of the catalogue: a method that asks a model for one thing, by metadata names.</summary>
/// <param name="Type">The metadata name of the type that declares the method.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Client">The metadata name of the client type: the receiver, or the first parameter of an extension method. Empty for a method of source.</param>
/// <param name="Request">The name of the parameter that carries the request; it also tells the overloads apart.</param>
/// <param name="Options">The name of the options parameter, where there is one.</param>
/// <param name="BatchType">The metadata name of the type that declares the batch form; null where <c>Batch.RunAsync</c> takes its place.</param>
/// <param name="BatchMethod">The name of the batch form.</param>
/// <param name="StatefulOptions">Option properties that tie a call to the one before it.</param>
internal sealed record CallEntry(
    string Type,
    string Method,
    string Client,
    string Request,
    string? Options,
    string? BatchType,
    string BatchMethod,
    ImmutableArray<string> StatefulOptions)
{
    public CallKind Kind { get; init; }

    /// <summary>The metadata name of the type that carries a request with options of its own; null where all requests of a batch share theirs.</summary>
    public string? RequestType { get; init; }

    /// <summary>The name of the form that gives its answers one by one; null where there is none.</summary>
    public string? StreamMethod { get; init; }

    /// <summary>The simple name of the request's type, where the name of its parameter alone does not tell the overloads apart.</summary>
    public string? RequestIs { get; init; }

    /// <summary>Parameters that tie a call to the one before it, where they are given: a session, the id of the last answer.</summary>
    public ImmutableArray<string> StatefulArguments { get; init; } = [];

    /// <summary>Parameters whose objects the client changes while it asks: items that share one cannot be sent together.</summary>
    public ImmutableArray<string> ChangedArguments { get; init; } = [];

    /// <summary>Whether the client reads a file that the request names.</summary>
    public bool ReadsFiles { get; init; }

    /// <summary>The client's method for many that has another name; null where there is none.</summary>
    public ListCall? Many { get; init; }

    public bool HasOwnBatchForm => BatchType is not null;

    /// <summary>Whether the method is one of the catalogue, rather than one of source that asks a model.</summary>
    public bool IsCatalogued => Client.Length > 0;
}

/// <summary>A method that does for many what another one does for one.</summary>
/// <param name="One">The parameter for one.</param>
/// <param name="Many">The parameter for many.</param>
internal sealed record Bulk(IParameterSymbol One, IParameterSymbol Many)
{
    /// <summary>Whether it is one method, which takes a list in both cases.</summary>
    public bool TakesLists => SymbolEqualityComparer.Default.Equals(One, Many);

    /// <summary>How many it is given at most: stores take requests of tens of megabytes, and most recommend some hundred records.</summary>
    public static int Size => 100;
}

/// <summary>A catalogued method, bound to the symbols of one compilation.</summary>
internal sealed class SingleCall(CallEntry entry, IMethodSymbol method, IParameterSymbol? request, IParameterSymbol? options, IParameterSymbol? token, RequestShape shape)
{
    public CallEntry Entry { get; } = entry;

    /// <summary>The definition that the catalogue names.</summary>
    public IMethodSymbol Method { get; } = method;

    /// <summary>The parameter that carries the request; null where each argument may be a part of it.</summary>
    public IParameterSymbol? Request { get; } = request;

    public IParameterSymbol? Options { get; } = options;

    public IParameterSymbol? Token { get; } = token;

    public RequestShape Shape { get; } = shape;

    /// <summary>The overload for many, which has the same name; null where there is none. A method that takes a list may be called with one element: then it is its own.</summary>
    public Bulk? Bulk { get; init; }

    /// <summary>The type of one message; null for a prompt.</summary>
    public ITypeSymbol? MessageType => Shape switch
    {
        RequestShape.ParamsMessages => ((IArrayTypeSymbol)Request!.Type).ElementType,
        RequestShape.Messages => ((INamedTypeSymbol)Request!.Type).TypeArguments[0],
        RequestShape.Message => Request!.Type,
        _ => null,
    };
}
