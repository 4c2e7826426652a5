using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Dependence;

/// <summary>One body of code that runs as a whole (a method, an accessor, a lambda, top-level statements), and what its locals are given.</summary>
internal sealed class Executable
{
    private readonly Dictionary<ISymbol, List<IOperation>> assigned = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> escapes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> wholes = new(SymbolEqualityComparer.Default);
    private readonly List<IOperation> kept = [];
    private HashSet<ISymbol>? named;
    private readonly Dictionary<ISymbol, ILoopOperation> loopVariables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IAnonymousFunctionOperation> lambdas = new(SymbolEqualityComparer.Default);

    public Executable(IOperation within)
    {
        Root = within;
        while (Root.Parent is { } parent)
        {
            Root = parent;
        }

        foreach (var operation in Root.DescendantsAndSelf())
        {
            Note(operation);
        }
    }

    /// <summary>The operation that stands above all others.</summary>
    public IOperation Root { get; }

    /// <summary>The methods that are named without being called.</summary>
    private HashSet<ISymbol> Named => named ??= new(Root.DescendantsAndSelf().OfType<IMethodReferenceOperation>().Select(static r => r.Method.OriginalDefinition), SymbolEqualityComparer.Default);

    /// <summary>The values that a local or parameter is given anywhere in the body.</summary>
    public IReadOnlyList<IOperation> ValuesOf(ISymbol variable) => assigned.TryGetValue(variable, out var values) ? values : [];

    /// <summary>The calls and assignments that hand a local's value to an object, which may keep it.</summary>
    public IReadOnlyList<IOperation> KeepersOf(ISymbol variable) => escapes.TryGetValue(variable, out var keepers) ? keepers : [];

    /// <summary>The values that a pattern takes a variable out of.</summary>
    public IReadOnlyList<IOperation> WholesOf(ISymbol variable) => wholes.TryGetValue(variable, out var values) ? values : [];

    /// <summary>Bodies of lambdas and local functions that are stored or handed to code that is not known, which may call them later.</summary>
    public IReadOnlyList<IOperation> Kept => kept;

    /// <summary>The loop whose header declares a variable.</summary>
    public ILoopOperation? LoopOf(ISymbol variable) => loopVariables.TryGetValue(variable, out var loop) ? loop : null;

    /// <summary>The lambda that a symbol stands for.</summary>
    public IAnonymousFunctionOperation? LambdaOf(ISymbol symbol) => lambdas.TryGetValue(symbol, out var lambda) ? lambda : null;

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation lambda:
                lambdas[lambda.Symbol] = lambda;
                if (!IsCalledInPlace(lambda))
                {
                    kept.Add(lambda.Body);
                }

                break;
            case ILocalFunctionOperation { Body: { } body } function when Named.Contains(function.Symbol):
                kept.Add(body);
                break;
            case ILoopOperation loop:
                foreach (var local in loop.Locals)
                {
                    loopVariables[local] = loop;
                }

                break;
            case IVariableDeclaratorOperation { Initializer: { } initializer } declarator:
                Add(assigned, declarator.Symbol, initializer.Value);
                break;
            case IVariableDeclaratorOperation { Parent: IVariableDeclarationOperation { Initializer: { } shared } } declarator:
                Add(assigned, declarator.Symbol, shared.Value);
                break;
            case IAssignmentOperation assignment and not ICompoundAssignmentOperation:
                NoteAssignment(assignment.Target, assignment.Value);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol, Parent: IPatternOperation or IPropertySubpatternOperation }:
                Add(wholes, symbol, PatternInput(operation));
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                Add(assigned, symbol, PatternInput(operation));
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } symbol }:
                Add(wholes, symbol, PatternInput(operation));
                break;
            case IListPatternOperation { DeclaredSymbol: { } symbol }:
                Add(wholes, symbol, PatternInput(operation));
                break;
            case IInvocationOperation { Instance: { } instance } invocation:
                foreach (var argument in invocation.Arguments)
                {
                    if (Variable(argument.Value) is { } local)
                    {
                        Add(escapes, local, invocation);
                    }

                    NoteOut(argument, instance);
                }

                break;
            case IInvocationOperation invocation:
                foreach (var argument in invocation.Arguments)
                {
                    NoteOut(argument, invocation);
                }

                break;
        }
    }

    /// <summary>A lambda that a well-known method is handed is called by that method, and not later.</summary>
    private bool IsCalledInPlace(IAnonymousFunctionOperation lambda)
    {
        for (var current = lambda.Parent; current is not null; current = current.Parent)
        {
            if (current is IInvocationOperation invocation)
            {
                return invocation.TargetMethod.MethodKind != MethodKind.DelegateInvoke && KnownMethods.Find(invocation.TargetMethod) is { } effect && !(invocation.Instance is not null && invocation.TargetMethod.Name == "Add");
            }

            if (current is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
            {
                return Root.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Where(r => SymbolEqualityComparer.Default.Equals(r.Local, local))
                    .All(static r => r.Parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call && call.Instance == r);
            }

            if (current is not (IArgumentOperation or IDelegateCreationOperation or IConversionOperation))
            {
                return false;
            }
        }

        return false;
    }

    private void NoteOut(IArgumentOperation argument, IOperation from)
    {
        // What comes out of a call comes from what the call can reach.
        if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref && Variable(argument.Value) is { } local)
        {
            Add(assigned, local, from);
        }
    }

    private void NoteAssignment(IOperation target, IOperation value)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                NoteAssignment(declaration.Expression, value);
                break;
            case ITupleOperation tuple:
                var values = (value as ITupleOperation ?? (value as IConversionOperation)?.Operand as ITupleOperation)?.Elements;
                for (var i = 0; i < tuple.Elements.Length; i++)
                {
                    if (values is { } given && given.Length == tuple.Elements.Length)
                    {
                        NoteAssignment(tuple.Elements[i], given[i]);
                    }
                    else if (Variable(tuple.Elements[i]) is { } part)
                    {
                        Add(wholes, part, value);
                    }
                }

                break;
            default:
                if (Variable(target) is { } variable)
                {
                    Add(assigned, variable, value);
                }
                else if (Variable(value) is { } kept && target is IMemberReferenceOperation { Instance: not null } or IArrayElementReferenceOperation)
                {
                    Add(escapes, kept, target);
                }

                break;
        }
    }

    /// <summary>What a pattern looks at, or a part of which it looks at; the pattern itself where that is not known.</summary>
    public static IOperation PatternInput(IOperation pattern)
    {
        var current = pattern.Parent;
        while (current is IPatternOperation or IPropertySubpatternOperation or ICaseClauseOperation)
        {
            current = current.Parent;
        }

        return current switch
        {
            IIsPatternOperation isPattern => isPattern.Value,
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation { Value: { } value } } => value,
            ISwitchCaseOperation { Parent: ISwitchOperation @switch } => @switch.Value,
            _ => pattern,
        };
    }

    /// <summary>The local or parameter that an expression is; null for any other expression.</summary>
    public static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IConversionOperation conversion => Variable(conversion.Operand),
        IDeclarationExpressionOperation declaration => Variable(declaration.Expression),
        _ => null,
    };

    private static void Add(Dictionary<ISymbol, List<IOperation>> map, ISymbol symbol, IOperation value)
    {
        if (!map.TryGetValue(symbol, out var values))
        {
            map[symbol] = values = [];
        }

        values.Add(value);
    }
}
