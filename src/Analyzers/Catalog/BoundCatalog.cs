using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Catalog;

/// <summary>The catalogue bound to one compilation: symbols are looked up once, calls are recognised by definition.</summary>
internal sealed class BoundCatalog
{
    private static readonly ConditionalWeakTable<Compilation, BoundCatalog> Cache = new();

    private readonly Dictionary<IMethodSymbol, SingleCall> calls = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> names = [];
    private readonly HashSet<ITypeSymbol> clients = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();

    /// <summary>The namespaces of the catalogue's types, in parts.</summary>
    private static readonly ImmutableArray<(string Whole, string[] Parts)> Namespaces =
        [.. CallCatalog.Entries.Select(static e => e.Type.Substring(0, e.Type.LastIndexOf('.'))).Distinct().Select(static n => (n, n.Split('.')))];

    private BoundCatalog(Compilation compilation)
    {
        Compilation = compilation;
        if (!MayHoldTypes(compilation))
        {
            return;
        }

        foreach (var entry in CallCatalog.Entries)
        {
            if (compilation.GetTypeByMetadataName(entry.Type) is not { } type)
            {
                continue;
            }

            foreach (var method in type.GetMembers(entry.Method).OfType<IMethodSymbol>())
            {
                if (Bind(entry, method) is { } call)
                {
                    calls[method] = call;
                    names.Add(entry.Method);
                    if (compilation.GetTypeByMetadataName(entry.Client) is { } client)
                    {
                        clients.Add(client);
                    }
                }
            }
        }

        HasRuntime = compilation.GetTypeByMetadataName(CallCatalog.BatchType) is not null;
    }

    /// <summary>
    /// Whether an assembly has a namespace of the catalogue. Most compilations reference none, and are not asked for one type after the other: each of those questions goes through all references.
    /// </summary>
    private static bool MayHoldTypes(Compilation compilation)
    {
        if (MayHoldTypes(compilation.Assembly))
        {
            return true;
        }

        foreach (var reference in compilation.References)
        {
            if (compilation.GetAssemblyOrModuleSymbol(reference) is var symbol && (symbol is not IAssemblySymbol assembly || MayHoldTypes(assembly)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayHoldTypes(IAssemblySymbol assembly)
    {
        var names = assembly.NamespaceNames;
        foreach (var (whole, parts) in Namespaces)
        {
            if (names.Contains(whole) || Array.TrueForAll(parts, names.Contains))
            {
                return true;
            }
        }

        return false;
    }

    public Compilation Compilation { get; }

    /// <summary>False when nothing of the catalogue is referenced: then no rule registers anything.</summary>
    public bool IsEmpty => calls.Count == 0;

    /// <summary>Whether the compilation can call what a fix writes.</summary>
    public bool HasRuntime { get; }

    public static BoundCatalog For(Compilation compilation) => Cache.GetValue(compilation, static c => new BoundCatalog(c));

    /// <summary>The code of a declaration, which may stand in any file: it is asked for only on behalf of a call that is repeated, and a file is bound by one model only.</summary>
    public IOperation? OperationOf(SyntaxNode syntax) =>
#pragma warning disable RS1030 // The compiler's driver keeps a model for each file, which this gives.
        models.GetOrAdd(syntax.SyntaxTree, tree => Compilation.GetSemanticModel(tree)).GetOperation(syntax);
#pragma warning restore RS1030

    /// <summary>Lets <see cref="OperationOf"/> use what a host has bound already.</summary>
    public void Reuse(SemanticModel? model)
    {
        if (model is not null && ReferenceEquals(model.Compilation, Compilation))
        {
            _ = models.TryAdd(model.SyntaxTree, model);
        }
    }

    /// <summary>The names of the calls of the catalogue.</summary>
    public IReadOnlyCollection<string> Names => names;

    /// <summary>Whether a call of the catalogue has this name.</summary>
    public bool HasName(string name) => names.Contains(name);

    /// <summary>Whether an assembly declares clients, or is our own runtime.</summary>
    public bool IsLibrary(IAssemblySymbol? assembly)
    {
        if (assembly is null || assembly.Name == CallCatalog.RuntimeNamespace)
        {
            return true;
        }

        foreach (var client in clients)
        {
            if (SymbolEqualityComparer.Default.Equals(client.ContainingAssembly, assembly))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type is, or implements, a client of the catalogue.</summary>
    public bool IsClient(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (clients.Contains(current.OriginalDefinition))
            {
                return true;
            }

            foreach (var contract in current.AllInterfaces)
            {
                if (clients.Contains(contract.OriginalDefinition))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The single call that <paramref name="method"/> is, overrides, or implements.</summary>
    public SingleCall? Find(IMethodSymbol method)
    {
        if (!names.Contains(method.Name))
        {
            return null;
        }

        for (var current = (method.ReducedFrom ?? method).OriginalDefinition; current is not null; current = current.OverriddenMethod?.OriginalDefinition)
        {
            if (calls.TryGetValue(current, out var call))
            {
                return call;
            }
        }

        return FindImplemented(method.OriginalDefinition);
    }

    private SingleCall? FindImplemented(IMethodSymbol method)
    {
        if (method.IsStatic || method.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            return null;
        }

        foreach (var pair in calls)
        {
            var definition = pair.Key;
            if (definition.Name == method.Name
                && definition.ContainingType.TypeKind == TypeKind.Interface
                && definition.Parameters.Length == method.Parameters.Length
                && type.AllInterfaces.Contains(definition.ContainingType, SymbolEqualityComparer.Default)
                && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(definition), method))
            {
                return pair.Value;
            }
        }

        return null;
    }

    private static SingleCall? Bind(CallEntry entry, IMethodSymbol method)
    {
        var request = method.Parameters.FirstOrDefault(p => p.Name == entry.Request);
        if (request is null || (entry.RequestIs is { } type && request.Type.Name != type) || (entry.HasOwnBatchForm ? ShapeOf(request) : RequestShape.Arguments) is not { } shape)
        {
            return null;
        }

        return new SingleCall(
            entry,
            method,
            shape == RequestShape.Arguments ? null : request,
            method.Parameters.FirstOrDefault(p => p.Name == entry.Options),
            method.Parameters.FirstOrDefault(p => p.Type is { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } }),
            shape)
        {
            Bulk = entry.Kind == CallKind.StoreWrite ? BulkOf(method, request) : null,
        };
    }

    /// <summary>The overload that takes a list where <paramref name="method"/> takes one, and is the same in everything else.</summary>
    private static Bulk? BulkOf(IMethodSymbol method, IParameterSymbol one)
    {
        if (ElementOf(one.Type) is not null)
        {
            return new Bulk(one, one);
        }

        foreach (var other in method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>())
        {
            if (other.Parameters.Length == method.Parameters.Length
                && SymbolEqualityComparer.Default.Equals(other.ReturnType, method.ReturnType)
                && other.Parameters.All(p => p.Ordinal == one.Ordinal
                    ? SymbolEqualityComparer.Default.Equals(ElementOf(p.Type), one.Type)
                    : SymbolEqualityComparer.Default.Equals(p.Type, method.Parameters[p.Ordinal].Type)))
            {
                return new Bulk(one, other.Parameters[one.Ordinal]);
            }
        }

        return null;
    }

    /// <summary>What a list of any kind holds.</summary>
    private static ITypeSymbol? ElementOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IReadOnlyList_T or SpecialType.System_Collections_Generic_IReadOnlyCollection_T, TypeArguments: { Length: 1 } element }
            ? element[0]
            : null;

    private static RequestShape? ShapeOf(IParameterSymbol request) => request.Type switch
    {
        IArrayTypeSymbol => RequestShape.ParamsMessages,
        { SpecialType: SpecialType.System_String } or ITypeParameterSymbol => RequestShape.Value,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } => RequestShape.Messages,
        INamedTypeSymbol { Name: "ChatMessage" } => RequestShape.Message,
        _ => null,
    };
}
