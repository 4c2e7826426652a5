using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>Which body a call runs, as far as one compilation can tell.</summary>
internal sealed class Implementations
{
    private static readonly ConditionalWeakTable<Compilation, Implementations> Cache = new();

    private readonly Lazy<Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>> implementers;

    private Implementations(Compilation compilation) => implementers = new(() => Collect(compilation));

    public static Implementations For(Compilation compilation) => Cache.GetValue(compilation, static c => new Implementations(c));

    /// <summary>Whether a call of the method always runs this very body.</summary>
    public static bool IsCertain(IMethodSymbol method) =>
        method is { IsAbstract: false, IsExtern: false }
        && method.ContainingType?.TypeKind != TypeKind.Interface
        && !((method.IsVirtual || method.IsOverride) && !method.IsSealed && !method.ContainingType!.IsSealed);

    /// <summary>The method itself where its body is certain; the only implementation of an interface's method; null otherwise.</summary>
    public IMethodSymbol? Resolve(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (IsCertain(method))
        {
            return method;
        }

        return method.ContainingType is { TypeKind: TypeKind.Interface } contract
            && method.IsAbstract
            && implementers.Value.TryGetValue(contract, out var types)
            && types.Count == 1
            && types[0].FindImplementationForInterfaceMember(method) is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } implementation
            && IsCertain(implementation)
            ? implementation
            : null;
    }

    /// <summary>The source types that implement each interface of the source.</summary>
    private static Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> Collect(Compilation compilation)
    {
        var found = new Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>(SymbolEqualityComparer.Default);
        var open = new Stack<INamespaceOrTypeSymbol>();
        open.Push(compilation.Assembly.GlobalNamespace);
        while (open.Count > 0)
        {
            foreach (var member in open.Pop().GetMembers())
            {
                if (member is not INamespaceOrTypeSymbol inner)
                {
                    continue;
                }

                open.Push(inner);
                if (inner is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsGenericType: false } type)
                {
                    foreach (var contract in type.AllInterfaces.Where(i => SymbolEqualityComparer.Default.Equals(i.ContainingAssembly, compilation.Assembly)))
                    {
                        (found.TryGetValue(contract.OriginalDefinition, out var types) ? types : found[contract.OriginalDefinition] = []).Add(type);
                    }
                }
            }
        }

        return found;
    }
}
