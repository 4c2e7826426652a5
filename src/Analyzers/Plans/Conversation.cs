using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Signs that a loop is sequential on purpose, whatever its body does.</summary>
internal static class Conversation
{
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

        return executable.Root.DescendantsAndSelf().Any(operation => operation switch
        {
            IIsTypeOperation test => Is(test.ValueOperand, client),
            IIsPatternOperation { Pattern: not IConstantPatternOperation and not INegatedPatternOperation { Pattern: IConstantPatternOperation } } test => Is(test.Value, client),
            IConversionOperation { IsTryCast: true } cast => Is(cast.Operand, client),
            ISwitchOperation @switch => Is(@switch.Value, client),
            ISwitchExpressionOperation @switch => Is(@switch.Value, client),
            IInvocationOperation { TargetMethod.Name: "GetService" } call => Is(call.Instance ?? call.Arguments.FirstOrDefault()?.Value, client),
            _ => false,
        });
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

        // Options are often kept in a field, where nothing of them is seen but what they are made with.
        var summaries = Summaries.For(site.Invocation.SemanticModel!.Compilation);
        return executable.Root.DescendantsAndSelf().Any(operation => Ties(operation, site)
            || (operation is IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } or IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation }
                && operation.Type is { } type && ModelLibraries.Contains(type)
                && summaries.InitialValuesOf(((IMemberReferenceOperation)operation).Member).Any(value => value.DescendantsAndSelf().Any(o => Ties(o, site)))));
    }

    private static bool IsMutable(IArgumentOperation argument, CallSite site) =>
        argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Value != site.Receiver && !TypeFacts.IsImmutable(argument.Parameter?.Type);

    private static bool Ties(IOperation operation, CallSite site) =>
        operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } property } } assignment
        && site.Call.Entry.StatefulOptions.Contains(property.Name)
        && ModelLibraries.Contains(property.ContainingType)
        && assignment.Value.ConstantValue is not { HasValue: true, Value: null };

    private static bool Is(IOperation? operation, ISymbol symbol) => SymbolEqualityComparer.Default.Equals(SymbolOf(operation), symbol);

    private static ISymbol? SymbolOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        IConversionOperation conversion => SymbolOf(conversion.Operand),
        _ => null,
    };
}
