using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Signs that a loop is sequential on purpose, whatever its body does.</summary>
internal static class Conversation
{
    // A body is looked through once, for all the calls that stand in it.
    private static readonly ConditionalWeakTable<Executable, HashSet<ISymbol>> Tested = new();
    private static readonly ConditionalWeakTable<Executable, ConcurrentDictionary<ImmutableArray<string>, bool>> Tied = new();

    public static bool IsMeantToBeSequential(CallSite site, Executable executable) =>
        IsClientItself(site) || IsTested(site.Receiver, executable) || CarriesConversation(site, executable);

    /// <summary>Code of a client: a batch method of its own, or a wrapper around another client.</summary>
    private static bool IsClientItself(CallSite site)
    {
        var method = site.Invocation.SemanticModel?.GetEnclosingSymbol(site.Invocation.Syntax.SpanStart);
        for (var symbol = method; symbol is IMethodSymbol; symbol = symbol.ContainingSymbol)
        {
            if ((site.CallsHelper || site.Call.Entry.HasOwnBatchForm) && symbol.Name.Substring(symbol.Name.LastIndexOf('.') + 1) == site.Call.Entry.BatchMethod)
            {
                return true;
            }
        }

        if (site.CallsHelper)
        {
            return false;
        }

        var client = site.Call.Method.IsExtensionMethod ? site.Call.Method.Parameters[0].Type : site.Call.Method.ContainingType;
        for (var type = method?.ContainingType; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, client) || type.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, client.OriginalDefinition)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The receiver's type is asked for elsewhere: this loop is the fallback for clients that can do no more.</summary>
    private static bool IsTested(IOperation? receiver, Executable executable)
    {
        if (SymbolOf(receiver) is not { } client)
        {
            return false;
        }

        return Tested.GetValue(executable, static e => TestedIn(e.Root)).Contains(client);
    }

    /// <summary>The variables and members of a body whose type is asked for.</summary>
    private static HashSet<ISymbol> TestedIn(IOperation root)
    {
        var tested = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in root.DescendantsAndSelf())
        {
            var value = operation switch
            {
                IIsTypeOperation test => test.ValueOperand,
                IIsPatternOperation { Pattern: not IConstantPatternOperation and not INegatedPatternOperation { Pattern: IConstantPatternOperation } } test => test.Value,
                IConversionOperation { IsTryCast: true } cast => cast.Operand,
                ISwitchOperation @switch => @switch.Value,
                ISwitchExpressionOperation @switch => @switch.Value,
                IInvocationOperation { TargetMethod.Name: "GetService" } call => call.Instance ?? call.Arguments.FirstOrDefault()?.Value,
                _ => null,
            };
            if (SymbolOf(value) is { } symbol)
            {
                tested.Add(symbol);
            }
        }

        return tested;
    }

    /// <summary>An option ties the calls to one conversation on the provider's side.</summary>
    private static bool CarriesConversation(CallSite site, Executable executable)
    {
        if (site.Invocation.Arguments.Any(a => a.Parameter is { } parameter && site.Call.Entry.StatefulArguments.Contains(parameter.Name)
            && a.ArgumentKind != ArgumentKind.DefaultValue && a.Value.ConstantValue is not { HasValue: true, Value: null }))
        {
            return true;
        }

        if (site.Call.Entry.StatefulOptions.IsEmpty || !(site.Call.Options is null ? site.Invocation.Arguments.Any(a => IsMutable(a, site)) : site.Argument(site.Call.Options) is not null))
        {
            return false;
        }

        return Tied.GetOrCreateValue(executable).GetOrAdd(site.Call.Entry.StatefulOptions, names => IsTied(names, executable, Summaries.For(site.Invocation.SemanticModel!.Compilation)));
    }

    /// <summary>Whether a body sets one of some options. They are often kept in a field, where nothing of them is seen but what they are made with.</summary>
    private static bool IsTied(ImmutableArray<string> names, Executable executable, Summaries summaries) =>
        executable.Root.DescendantsAndSelf().Any(operation => Ties(operation, names)
            || (operation is IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } or IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation }
                && operation.Type is { } type && ModelLibraries.Contains(type)
                && summaries.InitialValuesOf(((IMemberReferenceOperation)operation).Member).Any(value => value.DescendantsAndSelf().Any(o => Ties(o, names)))));

    private static bool IsMutable(IArgumentOperation argument, CallSite site) =>
        argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Value != site.Receiver && !TypeFacts.IsImmutable(argument.Parameter?.Type);

    private static bool Ties(IOperation operation, ImmutableArray<string> names) =>
        operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } property } } assignment
        && names.Contains(property.Name)
        && ModelLibraries.Contains(property.ContainingType)
        && assignment.Value.ConstantValue is not { HasValue: true, Value: null };

    private static ISymbol? SymbolOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        IConversionOperation conversion => SymbolOf(conversion.Operand),
        _ => null,
    };
}
