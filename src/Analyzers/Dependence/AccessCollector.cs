using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Dependence;

/// <summary>Collects what a piece of code reads and writes. Order does not matter to it.</summary>
internal sealed partial class AccessCollector(Origins origins, Summaries summaries) : OperationWalker
{
    private readonly HashSet<IOperation> running = [];
    private readonly IReadOnlyCollection<IOperation> except = [];

    public List<Access> Accesses { get; } = [];

    /// <summary>Whether the code waits for a person.</summary>
    public bool AsksPerson { get; private set; }

    /// <summary>A piece that is left out.</summary>
    public IOperation? Except { init => except = value is null ? [] : [value]; }

    /// <summary>Pieces that are left out.</summary>
    public IReadOnlyCollection<IOperation> ExceptAll { init => except = value; }

    public override void Visit(IOperation? operation)
    {
        if (operation is not null && !except.Contains(operation))
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            base.Visit(operation);
        }
    }

    public override void DefaultVisit(IOperation operation)
    {
        // Indexers over ranges, spans, pointers, references: whatever names a place by its parts reads it.
        if (operation is IImplicitIndexerReferenceOperation)
        {
            Read(operation);
        }

        base.DefaultVisit(operation);
    }

    public override void VisitLocalReference(ILocalReferenceOperation operation) => Read(operation);

    public override void VisitParameterReference(IParameterReferenceOperation operation) => Read(operation);

    public override void VisitFieldReference(IFieldReferenceOperation operation)
    {
        Read(operation);
        base.VisitFieldReference(operation);
    }

    public override void VisitArrayElementReference(IArrayElementReferenceOperation operation)
    {
        Read(operation);
        base.VisitArrayElementReference(operation);
    }

    public override void VisitPropertyReference(IPropertyReferenceOperation operation)
    {
        if (operation.Property.ContainingType is { Name: "Lazy" } lazy && TypeFacts.IsSystem(lazy))
        {
            CallKept(operation.Syntax);
        }

        if (!FollowAccessor(operation, operation.Property.GetMethod))
        {
            Read(operation);
        }

        base.VisitPropertyReference(operation);
    }

    public override void VisitSimpleAssignment(ISimpleAssignmentOperation operation)
    {
        Assign(operation.Target);
        Visit(operation.Value);
    }

    public override void VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation)
    {
        Assign(operation.Target);
        Visit(operation.Value);
    }

    public override void VisitCompoundAssignment(ICompoundAssignmentOperation operation)
    {
        FollowOperator(operation.OperatorMethod, operation.Syntax, operation.Target, operation.Value);
        Assign(operation.Target);
        Visit(operation.Target);
        Visit(operation.Value);
    }

    public override void VisitCoalesceAssignment(ICoalesceAssignmentOperation operation)
    {
        Assign(operation.Target);
        Visit(operation.Target);
        Visit(operation.Value);
    }

    public override void VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation)
    {
        FollowOperator(operation.OperatorMethod, operation.Syntax, operation.Target);
        Assign(operation.Target);
        Visit(operation.Target);
    }

    public override void VisitEventAssignment(IEventAssignmentOperation operation)
    {
        Assign(operation.EventReference);
        base.VisitEventAssignment(operation);
    }

    public override void VisitVariableDeclarator(IVariableDeclaratorOperation operation)
    {
        Add(new Place(operation.Symbol), isWrite: true, operation.Syntax);
        base.VisitVariableDeclarator(operation);
    }

    public override void VisitDeclarationPattern(IDeclarationPatternOperation operation)
    {
        if (operation.DeclaredSymbol is { } symbol)
        {
            Add(new Place(symbol), isWrite: true, operation.Syntax);
        }
    }

    public override void VisitArgument(IArgumentOperation operation)
    {
        if (operation.Parameter is { RefKind: RefKind.Ref or RefKind.Out, ContainingSymbol.Name: not "Read" })
        {
            Assign(operation.Value);
        }

        base.VisitArgument(operation);
    }

    public override void VisitForEachLoop(IForEachLoopOperation operation)
    {
        Walk(operation.Collection);
        base.VisitForEachLoop(operation);
    }

    public override void VisitSpread(ISpreadOperation operation)
    {
        Walk(operation.Operand);
        base.VisitSpread(operation);
    }

    public override void VisitInterpolation(IInterpolationOperation operation)
    {
        ReadAll(operation.Expression);
        base.VisitInterpolation(operation);
    }

    public override void VisitBinaryOperator(IBinaryOperation operation)
    {
        if (operation.Type?.SpecialType == SpecialType.System_String)
        {
            ReadAll(operation.LeftOperand);
            ReadAll(operation.RightOperand);
        }

        FollowOperator(operation.OperatorMethod, operation.Syntax, operation.LeftOperand, operation.RightOperand);
        base.VisitBinaryOperator(operation);
    }

    public override void VisitUnaryOperator(IUnaryOperation operation)
    {
        FollowOperator(operation.OperatorMethod, operation.Syntax, operation.Operand);
        base.VisitUnaryOperator(operation);
    }

    public override void VisitConversion(IConversionOperation operation)
    {
        FollowOperator(operation.OperatorMethod, operation.Syntax, operation.Operand);
        base.VisitConversion(operation);
    }

    public override void VisitReturn(IReturnOperation operation)
    {
        if (operation.Kind == OperationKind.YieldReturn)
        {
            Add(new Place(World.Reader), isWrite: true, operation.Syntax);
        }

        base.VisitReturn(operation);
    }

    public override void VisitLocalFunction(ILocalFunctionOperation operation)
    {
        // Declaring it does nothing; calls of it are followed.
    }

    private void Assign(IOperation target)
    {
        switch (target)
        {
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                {
                    Assign(element);
                }

                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand);
                break;
            case IPropertyReferenceOperation property when FollowAccessor(property, property.Property.SetMethod):
                VisitChildren(property);
                break;
            default:
                foreach (var place in origins.PlacesOf(target))
                {
                    Add(place, isWrite: true, target.Syntax);
                }

                VisitChildren(target);
                break;
        }
    }

    private void VisitChildren(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            Visit(child);
        }
    }

    private void Read(IOperation reference)
    {
        if (reference is IFieldReferenceOperation { Field.IsReadOnly: true })
        {
            // Nobody can give it another value; what it holds is looked at by whoever uses it.
            return;
        }

        foreach (var place in origins.PlacesOf(reference))
        {
            Add(place, isWrite: false, reference.Syntax);
        }
    }

    /// <summary>Enumerating looks at the slots, not into the elements.</summary>
    private void Walk(IOperation collection)
    {
        foreach (var place in origins.SlotsOf(collection))
        {
            Add(place.Then(Step.Any), isWrite: false, collection.Syntax);
        }
    }

    private void ReadAll(IOperation value)
    {
        foreach (var place in origins.ReachOf(value))
        {
            Add(place.Then(Step.Reach), isWrite: false, value.Syntax);
        }
    }

    private void Add(Place place, bool isWrite, SyntaxNode node) => Accesses.Add(new Access(place, isWrite, Certain: true, node));
}
