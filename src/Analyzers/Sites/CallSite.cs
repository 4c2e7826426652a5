using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>A catalogued call that a loop of the same executable, or a fan-out, repeats.</summary>
/// <param name="Call">What the catalogue knows of it.</param>
/// <param name="Invocation">The call.</param>
/// <param name="Replaced">What <c>item.Response</c> takes the place of: the await around an asynchronous call, the stream that is read, the call itself otherwise.</param>
/// <param name="IsAsync">Whether the call is awaited, or its task handed on.</param>
/// <param name="Loops">The loops around the call, innermost first; empty in a fan-out.</param>
internal sealed record CallSite(SingleCall Call, IInvocationOperation Invocation, IOperation Replaced, bool IsAsync, ImmutableArray<ILoopOperation> Loops)
{
    /// <summary>The fan-out whose body makes the call.</summary>
    public FanOut? FanOut { get; init; }

    /// <summary>The collection that a loop puts the call's task into.</summary>
    public GatheredTasks? Gathered { get; init; }

    /// <summary>Whether the calls are started together by hand.</summary>
    public bool IsFannedOut => FanOut is not null || Gathered is not null;

    /// <summary>The fan-out over a method's name that the call starts; the call itself is then that of <c>Select</c>.</summary>
    public MethodGroup? Group { get; init; }

    /// <summary>The method that is called, where it is one of source.</summary>
    public Helper? Helper { get; init; }

    /// <summary>Whether the call is of a method that asks a model for one item, rather than of the catalogue.</summary>
    public bool CallsHelper => !Call.Entry.IsCatalogued;

    /// <summary>Whether each argument of the call may be a part of what is asked.</summary>
    public bool TakesArguments => Call.Shape == RequestShape.Arguments;

    /// <summary>How a loop gets at what an asynchronous call gives.</summary>
    public Consumption? Consumption { get; init; }

    /// <summary>What runs for an item: the call, or what gathers its stream into one result.</summary>
    public IInvocationOperation Whole => Consumption?.Whole ?? Invocation;

    /// <summary>The loop that reads the call's stream.</summary>
    public CommonForEachStatementSyntax? Reader => Replaced.Parent is IForEachLoopOperation { IsAsynchronous: true } loop && loop.Collection == Replaced ? (CommonForEachStatementSyntax)loop.Syntax : null;

    /// <summary>The token that the call or the reading of its stream is given, as it is written; null where there is none.</summary>
    public ExpressionSyntax? Token => ArgumentSyntax(Call.Token) ?? (ExpressionSyntax?)Consumption?.Token?.Syntax;

    /// <summary>The statements that the call stands among, where nothing repeats it.</summary>
    public Row? Row { get; init; }

    /// <summary>The type of what is asked, as this call has it.</summary>
    public ITypeSymbol RequestType => Invocation.TargetMethod.Parameters[Call.Request!.Ordinal].Type;

    /// <summary>Where the call is reported: its receiver and name, without the arguments.</summary>
    public Location Location => ((InvocationExpressionSyntax)Invocation.Syntax).Expression.GetLocation();

    /// <summary>The client that is called.</summary>
    public IOperation? Receiver => Invocation.Instance
        ?? (Invocation.TargetMethod.IsExtensionMethod ? Argument(0) : null);

    /// <summary>The argument for a parameter of the catalogued method; null when it is left at its default.</summary>
    public IOperation? Argument(IParameterSymbol? parameter) => parameter is null ? null : Argument(parameter.Ordinal);

    /// <summary>The client as it is written, with its <c>!</c> or cast.</summary>
    public ExpressionSyntax ReceiverSyntax =>
        Invocation.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var written } }
            && Invocation.SemanticModel?.GetSymbolInfo(written).Symbol is not INamedTypeSymbol
            ? written
            : (ExpressionSyntax)Receiver!.Syntax;

    /// <summary>The argument for a parameter as it is written; null when it is left at its default.</summary>
    public ExpressionSyntax? ArgumentSyntax(IParameterSymbol? parameter)
    {
        foreach (var argument in Invocation.Arguments)
        {
            // With a `!` or parentheses the operation stands for the inner expression: the argument is around it.
            if (parameter is not null && argument.Parameter?.Ordinal == parameter.Ordinal && argument.ArgumentKind == ArgumentKind.Explicit
                && argument.Syntax.AncestorsAndSelf().OfType<ArgumentSyntax>().FirstOrDefault(a => a.Parent?.Parent == Invocation.Syntax) is { } written)
            {
                return written.Expression;
            }
        }

        return null;
    }

    /// <summary>What is asked by an argument: itself, or the one element of a list where the method is called for many elements with one.</summary>
    public IOperation AskedBy(IArgumentOperation argument) =>
        Call.Bulk is { TakesLists: true } bulk && argument.Parameter?.Ordinal == bulk.One.Ordinal && OnlyElement(argument.Value) is { } element ? element : argument.Value;

    /// <summary>Whether the method is called with a list of another length than one.</summary>
    public bool AsksForMany => Call.Bulk is { TakesLists: true } bulk && (Argument(bulk.One) is not { } list || OnlyElement(list) is null);

    private static IOperation? OnlyElement(IOperation list) => list switch
    {
        IConversionOperation conversion => OnlyElement(conversion.Operand),
        IArrayCreationOperation { Initializer.ElementValues: { Length: 1 } values } => values[0],
        ICollectionExpressionOperation { Elements: { Length: 1 } elements } when elements[0] is not ISpreadOperation => elements[0],
        IObjectCreationOperation { Initializer.Initializers: { Length: 1 } initializers } when initializers[0] is IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 1 } added } => added[0].Value,
        _ => null,
    };

    private IOperation? Argument(int ordinal)
    {
        foreach (var argument in Invocation.Arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
            {
                return argument.ArgumentKind == ArgumentKind.DefaultValue ? null : argument.Value;
            }
        }

        return null;
    }
}
