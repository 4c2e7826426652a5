using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Catalog;

/// <summary>The libraries whose calls the catalogue names.</summary>
internal static class ModelLibraries
{
    /// <summary>The root namespaces of the libraries, with the packages that they come in.</summary>
    public static ImmutableArray<(string Namespace, string Package)> All { get; } =
    [
        ("OpenAI", "OpenAI"),
        ("Microsoft.Extensions.AI", "Microsoft.Extensions.AI"),
        ("Microsoft.SemanticKernel", "Microsoft.SemanticKernel"),
        ("Microsoft.Agents.AI", "Microsoft.Agents.AI"),
        ("Azure.AI.OpenAI", "Azure.AI.OpenAI"),
        ("Azure.AI.Inference", "Azure.AI.Inference"),
        ("Anthropic", "Anthropic"),
        ("Google.GenAI", "Google.GenAI"),
        ("Amazon.BedrockRuntime", "AWSSDK.BedrockRuntime"),
        ("OllamaSharp", "OllamaSharp"),
        ("Microsoft.Extensions.VectorData", "Microsoft.Extensions.VectorData.Abstractions"),
        ("Qdrant.Client", "Qdrant.Client"),
    ];

    /// <summary>Whether a type or member belongs to a library of the catalogue: its values and operators are known to have no surprises.</summary>
    public static bool Contains(ISymbol symbol)
    {
        if (symbol.ContainingNamespace is not { IsGlobalNamespace: false } space || symbol.Locations.Any(static l => l.IsInSource))
        {
            return false;
        }

        var name = Namespaces.NameOf(space);
        return All.Any(l => name.StartsWith(l.Namespace, StringComparison.Ordinal) && (name.Length == l.Namespace.Length || name[l.Namespace.Length] == '.'));
    }
}
