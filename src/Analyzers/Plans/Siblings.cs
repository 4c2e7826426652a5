using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Finds the method for many items that belongs to a method for one.</summary>
internal static class Siblings
{
    private const string Attribute = "BatchCallAttribute";

    /// <summary>The name that the user has given for the method for many, by attribute or by setting.</summary>
    public static string? Named(IMethodSymbol method, PlanOptions options)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        foreach (var attribute in definition.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: Attribute, ContainingNamespace: { Name: Catalog.CallCatalog.RuntimeNamespace, ContainingNamespace.IsGlobalNamespace: true } } && attribute.ConstructorArguments is { Length: 1 } arguments)
            {
                return arguments[0].Value as string;
            }
        }

        foreach (var call in options.AdditionalCalls)
        {
            if (call.Method == definition.Name && SymbolNames.NameOf(definition.ContainingType) == call.Type)
            {
                return call.BatchMethod;
            }
        }

        return null;
    }

    /// <summary>Whether a type has a member of this name, that fits or not.</summary>
    public static bool Exists(IMethodSymbol method, string name) =>
        method.MethodKind == MethodKind.LocalFunction ? LocalFunctions(method, name).Any() : BasesOf(method.ContainingType).Any(t => !t.GetMembers(name).IsEmpty || t.Name == name);

    /// <summary>The method for many items whose parameters are those of the single one, with lists for what varies; null where there is none.</summary>
    public static SiblingForm? Find(IMethodSymbol method, string name, ImmutableArray<IParameterSymbol> varying)
    {
        var single = (method.ReducedFrom ?? method).OriginalDefinition;
        foreach (var candidate in varying.IsEmpty ? [] : Candidates(single, name))
        {
            if (candidate.IsStatic == single.IsStatic && candidate.TypeParameters.Length == single.TypeParameters.Length && Fits(candidate, single, varying) && Gives(candidate, single) is { } givesItems)
            {
                return new SiblingForm(varying, name, candidate.Parameters[varying[0].Ordinal].Name, givesItems);
            }
        }

        return null;
    }

    private static IEnumerable<IMethodSymbol> Candidates(IMethodSymbol method, string name)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (definition.MethodKind == MethodKind.LocalFunction)
        {
            return LocalFunctions(definition, name);
        }

        var found = new List<IMethodSymbol>();
        foreach (var type in BasesOf(definition.ContainingType))
        {
            found.AddRange(type.GetMembers(name).OfType<IMethodSymbol>());
        }

        return found.Concat(definition.ContainingType.TypeKind == TypeKind.Interface ? definition.ContainingType.AllInterfaces.SelectMany(i => i.GetMembers(name)).OfType<IMethodSymbol>() : []);
    }

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static IEnumerable<IMethodSymbol> LocalFunctions(IMethodSymbol single, string name)
    {
        var syntax = single.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return syntax?.Parent is { } scope && scope.ChildNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.LocalFunctionStatementSyntax>().Any(f => f.Identifier.ValueText == name) ? [single] : [];
    }

    private static bool Fits(IMethodSymbol many, IMethodSymbol single, ImmutableArray<IParameterSymbol> varying)
    {
        var expected = single.Parameters.Where(p => !IsVarying(p, varying) || p.Ordinal == varying[0].Ordinal).ToList();
        if (many.Parameters.Length < expected.Count)
        {
            return false;
        }

        for (var i = 0; i < many.Parameters.Length; i++)
        {
            var parameter = many.Parameters[i];
            if (i >= expected.Count)
            {
                if (!parameter.IsOptional)
                {
                    return false;
                }
            }
            else if (expected[i] is { HasExplicitDefaultValue: true } given && !(parameter.HasExplicitDefaultValue && Equals(parameter.ExplicitDefaultValue, given.ExplicitDefaultValue)))
            {
                // What the caller leaves out would be something else.
                return false;
            }
            else if (IsVarying(expected[i], varying)
                ? !Equals(ElementOf(parameter.Type), many, varying.Length == 1 ? [varying[0].Type] : [.. varying.Select(static v => v.Type)])
                : !SameType(parameter.Type, expected[i].Type))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Equals(ITypeSymbol? element, IMethodSymbol many, ImmutableArray<ITypeSymbol> types) =>
        types.Length == 1
            ? element is not null && SameType(element, types[0])
            : element is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Length == types.Length && tuple.TupleElements.Zip(types, static (e, t) => SameType(e.Type, t)).All(static same => same);

    /// <summary>Type parameters of two methods are the same by their place.</summary>
    private static bool SameType(ITypeSymbol a, ITypeSymbol b) =>
        SymbolEqualityComparer.Default.Equals(a, b)
        || (a is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } x && b is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } y && x.Ordinal == y.Ordinal)
        || (a is INamedTypeSymbol { TypeArguments: { Length: > 0 } left } n && b is INamedTypeSymbol { TypeArguments: { Length: > 0 } right } m
            && SymbolEqualityComparer.Default.Equals(n.OriginalDefinition, m.OriginalDefinition) && left.Zip(right, SameType).All(static same => same));

    private static bool IsVarying(IParameterSymbol parameter, ImmutableArray<IParameterSymbol> varying) => varying.Any(v => v.Ordinal == parameter.Ordinal);

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => null,
        INamedTypeSymbol { Name: "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection" or "IList" or "ICollection" or "List", TypeArguments: { Length: 1 } arguments } => arguments[0],
        _ => null,
    };

    /// <summary>Whether the results are items of a batch (true) or plain (false); null where they do not belong to the single method's result.</summary>
    private static bool? Gives(IMethodSymbol many, IMethodSymbol single)
    {
        var (result, one) = (ResultOf(many), ResultOf(single));
        if (result is INamedTypeSymbol { Name: "BatchResult", TypeArguments: { Length: 1 } items })
        {
            return one is null || SameType(items[0], one) ? true : null;
        }

        if (one is null)
        {
            return result is null ? false : null;
        }

        var element = result is IArrayTypeSymbol array ? array.ElementType : result is null ? null : ElementOf(result);
        return element is not null && SameType(element, one) ? false : null;
    }

    /// <summary>What a method gives: the result of its task; null for none.</summary>
    public static ITypeSymbol? ResultOf(IMethodSymbol method) => method.ReturnType switch
    {
        INamedTypeSymbol { Name: "Task" or "ValueTask" } task when Sites.Helpers.IsTaskLike(task) => task.TypeArguments.Length == 1 ? task.TypeArguments[0] : null,
        { SpecialType: SpecialType.System_Void } => null,
        var type => type,
    };
}
