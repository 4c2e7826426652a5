using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Whether what a call asks can be said to the client's method for many.</summary>
internal static class ListCalls
{
    /// <summary>The form that calls the method for many; null where the call gives an argument that it cannot be shown to take.</summary>
    public static ListForm? Find(CallSite site, ImmutableArray<IParameterSymbol> varying, Compilation compilation)
    {
        if (site.Call.Entry.Many is not { } call
            || compilation.GetTypeByMetadataName(site.Call.Entry.Client)?.GetMembers(call.Method).OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Any(p => p.Name == call.List)) is not { } many)
        {
            return null;
        }

        var element = call.Element is { } name ? compilation.GetTypeByMetadataName(name) : null;
        var given = site.Invocation.Arguments.Where(a => a.ArgumentKind == ArgumentKind.Explicit && a.Parameter is not null && a.Value != site.Receiver).ToList();
        if ((element is null) != (call.Element is null) || call.Required.Any(r => !given.Any(a => a.Parameter!.Name == r)) || (call.Result is not null && !ListUse.IsFreeOfType(site.Replaced)))
        {
            return null;
        }

        var members = ImmutableArray.CreateBuilder<ObjectMember>();
        foreach (var argument in given)
        {
            var parameter = argument.Parameter!;
            var path = call.Members.FirstOrDefault(m => m.Parameter == parameter.Name).Path;
            if (path is not null && MemberOf(site, argument, path, element!, compilation, call.Defaults.Any(d => d.Parameter == parameter.Name)) is { } member)
            {
                members.Add(member);
            }
            else if (path is not null || !(element is null && parameter.Name == site.Call.Entry.Request)
                && (varying.Any(v => v.Name == parameter.Name) || !many.Parameters.Any(p => p.Name == parameter.Name && SymbolEqualityComparer.Default.Equals(p.Type, parameter.Type))))
            {
                return null;
            }
        }

        members.AddRange(call.Defaults.Where(d => !given.Any(a => a.Parameter!.Name == d.Parameter)).Select(static d => new ObjectMember([], null, MemberForm.Assigned, d.Text)));
        var outcome = !call.GivesOutcomes ? null : call.Result is null ? site.Replaced.Type
            : many.ReturnType is INamedTypeSymbol { TypeArguments: { Length: 1 } task } && task[0] is INamedTypeSymbol { TypeArguments: { Length: 1 } list } ? list[0] : null;
        return call.GivesOutcomes == outcome is not null ? new ListForm(varying, many, call, element, members.ToImmutable(), outcome) : null;
    }

    private static ObjectMember? MemberOf(CallSite site, IArgumentOperation argument, string path, ITypeSymbol element, Compilation compilation, bool hasDefault)
    {
        var names = path.Split('.').ToImmutableArray();
        ITypeSymbol type = element;
        IPropertySymbol? property = null;
        foreach (var name in names)
        {
            property = type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault();
            if (property is null)
            {
                return null;
            }

            type = property.Type;
        }

        return site.ArgumentSyntax(site.Call.Method.Parameters[argument.Parameter!.Ordinal]) is { } written && FormOf(property!, Plain(argument.Value), argument.Parameter, compilation, hasDefault) is { } form
            ? new ObjectMember(names, form == MemberForm.Initialized ? ((BaseObjectCreationExpressionSyntax)written).Initializer : written, form)
            : null;
    }

    private static MemberForm? FormOf(IPropertySymbol property, IOperation value, IParameterSymbol parameter, Compilation compilation, bool hasDefault)
    {
        if (property.SetMethod is null)
        {
            return FormInCollection((INamedTypeSymbol)property.Type, value, compilation);
        }

        if (value.Type is not { } given)
        {
            // `new()` and other expressions that take their type from where they stand.
            return value.ConstantValue.HasValue || !SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type) ? null : MemberForm.Assigned;
        }

        var isNumber = property.Type.IsValueType;
        var fits = value.ConstantValue.HasValue
            ? isNumber && (SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type) || parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            : given.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;

        // Texts must not be null, and an object that is null would not be the default any more.
        var isThere = isNumber || given.IsValueType || value is IObjectCreationOperation || value.ConstantValue is { HasValue: true, Value: not null };
        var mayBeNull = property.Type.SpecialType != SpecialType.System_String && !hasDefault;
        return (fits || isThere) && (isThere || mayBeNull) && (value.ConstantValue.HasValue || compilation.ClassifyConversion(given, property.Type).IsImplicit) ? MemberForm.Assigned : null;
    }

    /// <summary>How a value gets into a collection that is there already.</summary>
    private static MemberForm? FormInCollection(INamedTypeSymbol collection, IOperation value, Compilation compilation)
    {
        if (value is IObjectCreationOperation { Arguments.Length: 0, Initializer: not null, Syntax: BaseObjectCreationExpressionSyntax })
        {
            return MemberForm.Initialized;
        }

        if (value.Type is not INamedTypeSymbol and not IArrayTypeSymbol || collection.TypeArguments.Length == 0)
        {
            return null;
        }

        if (value.Type is INamedTypeSymbol { Name: "ReadOnlyMemory" or "Memory", TypeArguments: { Length: 1 } memory })
        {
            return SymbolEqualityComparer.Default.Equals(memory[0], collection.TypeArguments[0]) && Takes(collection, compilation.CreateArrayTypeSymbol(memory[0]), compilation) ? MemberForm.AddedFromMemory : null;
        }

        return Takes(collection, value.Type, compilation) ? MemberForm.Added : null;
    }

    private static bool Takes(INamedTypeSymbol collection, ITypeSymbol given, Compilation compilation) =>
        collection.GetMembers("Add").OfType<IMethodSymbol>().Any(m => m.Parameters.Length == 1 && compilation.ClassifyConversion(given, m.Parameters[0].Type).IsImplicit);

    private static IOperation Plain(IOperation operation) => operation is IConversionOperation { IsImplicit: true } conversion ? Plain(conversion.Operand) : operation;
}
