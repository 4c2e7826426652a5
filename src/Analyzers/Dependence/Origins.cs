using System.Runtime.CompilerServices;
using BatchMigrate.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Dependence;

/// <summary>Which places name the object that an expression gives: the alias question, answered without regard to order.</summary>
/// <param name="executable">The body that the expressions stand in.</param>
/// <param name="iteration">The loop whose iterations tell items apart; null where there is none.</param>
/// <param name="summaries">What methods of source return.</param>
/// <param name="depth">How many calls deep the body is.</param>
/// <param name="nest">The outermost of the loops whose iterations are taken together; null where it is <paramref name="iteration"/> itself.</param>
internal sealed partial class Origins(Executable executable, ILoopOperation? iteration, Summaries summaries, int depth, ILoopOperation? nest = null)
{
    private readonly Dictionary<ISymbol, IReadOnlyList<Place>> known = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> open = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> aliases = new(SymbolEqualityComparer.Default);

    public ILoopOperation? Iteration => iteration;

    public int Depth => depth;

    /// <summary>Lambdas and local functions that somebody may call later.</summary>
    public IEnumerable<IOperation> Kept => executable.Kept;

    /// <summary>The lambda that a local holds, if it holds one and never another.</summary>
    public IAnonymousFunctionOperation? LambdaIn(ISymbol variable)
    {
        var values = executable.ValuesOf(variable);
        return values.Count == 1 ? (values[0] is IDelegateCreationOperation creation ? creation.Target : values[0]) as IAnonymousFunctionOperation : null;
    }

    /// <summary>The places that name the object; none for a fresh object and for a value that nobody can change.</summary>
    public IReadOnlyList<Place> ObjectOf(IOperation? expression)
    {
        if (expression is null || TypeFacts.IsImmutable(expression.Type))
        {
            return [];
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expression)
        {
            case ILocalReferenceOperation local:
                return OfVariable(local.Local);
            case IParameterReferenceOperation parameter:
                return IsState(parameter.Parameter) ? [.. PlacesOf(parameter), .. PerhapsItems(parameter.Type)] : OfVariable(parameter.Parameter);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return [new Place(World.This)];
            case IFieldReferenceOperation or IPropertyReferenceOperation or IEventReferenceOperation:
                // A member of an object may be something that the object was made with.
                return [.. PlacesOf(expression), .. GivenTo(((IMemberReferenceOperation)expression).Instance), .. PartOfTuple(expression), .. IsOwnElement(expression) ? [] : PerhapsItems(expression.Type), .. ElementsCopiedTo(expression)];
            case IArrayElementReferenceOperation element:
                return [.. PlacesOf(expression), .. GivenTo(element.ArrayReference), .. IsOwnElement(expression) ? [] : PerhapsItems(expression.Type), .. ElementsCopiedTo(expression)];
            case IConversionOperation conversion:
                return ObjectOf(conversion.Operand);
            case IAwaitOperation await:
                return ObjectOf(await.Operation);
            case ICoalesceOperation coalesce:
                return [.. ObjectOf(coalesce.Value), .. ObjectOf(coalesce.WhenNull)];
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return [.. ObjectOf(conditional.WhenTrue), .. ObjectOf(otherwise)];
            case ISwitchExpressionOperation @switch:
                return [.. @switch.Arms.SelectMany(arm => ObjectOf(arm.Value))];
            case IConditionalAccessOperation access:
                return ObjectOf(access.WhenNotNull);
            case IConditionalAccessInstanceOperation instance:
                return ObjectOf(AccessedBy(instance));
            case ICoalesceAssignmentOperation assignment:
                return [.. ObjectOf(assignment.Target), .. ObjectOf(assignment.Value)];
            case IAssignmentOperation assignment:
                return ObjectOf(assignment.Value);
            case ITupleOperation tuple:
                return [.. tuple.Elements.SelectMany(ObjectOf)];
            case IParenthesizedOperation parentheses:
                return ObjectOf(parentheses.Operand);
            case IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation or IAnonymousObjectCreationOperation or IAnonymousFunctionOperation
                or IDelegateCreationOperation or ILiteralOperation or IDefaultValueOperation or ITypeOfOperation or IInstanceReferenceOperation or ITypeParameterObjectCreationOperation:
                return [];
            case IInvocationOperation invocation:
                return OfInvocation(invocation);
            case IDeclarationExpressionOperation declaration:
                return ObjectOf(declaration.Expression);
            default:
                // Not known: it may be anything that its parts reach.
                return [.. expression.ChildOperations.SelectMany(ReachOf).Select(static p => p.Then(Step.Reach)).Distinct()];
        }
    }

    /// <summary>The objects that can be reached through an expression, also those that a fresh object was made with.</summary>
    public IEnumerable<Place> ReachOf(IOperation? expression)
    {
        if (expression is null || TypeFacts.IsImmutable(expression.Type))
        {
            return [];
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        return expression switch
        {
            IConversionOperation conversion => ReachOf(conversion.Operand),
            IDelegateCreationOperation creation => ReachOf(creation.Target),
            IAnonymousFunctionOperation lambda => GivenBackBy(lambda),
            IInvocationOperation copy when KnownMethods.Copies(copy.TargetMethod) => GivenTo(copy.Arguments.FirstOrDefault()?.Value),
            IObjectCreationOperation creation => creation.Arguments.SelectMany(a => ReachOf(a.Value)).Concat(ReachOfChildren(creation.Initializer)),
            IArrayCreationOperation or ITupleOperation or ICollectionExpressionOperation or IAnonymousObjectCreationOperation or IObjectOrCollectionInitializerOperation
                or IArrayInitializerOperation or ISpreadOperation => ReachOfChildren(expression),
            ILocalReferenceOperation local => ObjectOf(local).Concat(ReachOfValues(local.Local)),
            IWithOperation with => ReachOf(with.Operand).Concat(ReachOfChildren(with.Initializer)),
            _ => ObjectOf(expression),
        };
    }

    /// <summary>The places that a reference reads or writes: the variable or member itself, not what it holds.</summary>
    public IReadOnlyList<Place> PlacesOf(IOperation reference)
    {
        switch (reference)
        {
            case ILocalReferenceOperation { Local: { RefKind: not RefKind.None } local }:
                return PlacesOfAlias(local);
            case ILocalReferenceOperation local:
                return [new Place(local.Local)];
            case IParameterReferenceOperation parameter:
                return IsState(parameter.Parameter) ? [new Place(World.This).Then(parameter.Parameter)] : [new Place(parameter.Parameter)];
            case IFieldReferenceOperation field:
                return field.Field.IsConst || IsFixedImmutable(field.Field) ? [] : Member(field.Instance, field.Field, field.Field.IsStatic);
            case IEventReferenceOperation @event:
                return Member(@event.Instance, @event.Event, @event.Event.IsStatic);
            case IPropertyReferenceOperation property:
                return OfProperty(property);
            case IArrayElementReferenceOperation element:
                return [.. ObjectOf(element.ArrayReference).Select(place => place.Then(StepTo(element)))];
            case IDiscardOperation or ILiteralOperation or IInstanceReferenceOperation:
                return [];
            default:
                return [.. reference.ChildOperations.SelectMany(ReachOf).Select(static p => p.Then(Step.Reach)).Distinct()];
        }
    }

    /// <summary>A local that stands for another place. In code that does not compile it may stand for itself.</summary>
    private IReadOnlyList<Place> PlacesOfAlias(ILocalSymbol local)
    {
        if (!aliases.Add(local))
        {
            return [];
        }

        IReadOnlyList<Place> places = [new Place(local), .. executable.ValuesOf(local).SelectMany(PlacesOf)];
        aliases.Remove(local);
        return places;
    }

    /// <summary>Whether a property is nothing but its field.</summary>
    public static bool IsPlain(IPropertySymbol property)
    {
        var definition = property.OriginalDefinition;
        return !definition.IsIndexer
            && definition.ContainingType is { TypeKind: not TypeKind.Interface } type
            && !definition.IsAbstract
            && (type.IsAnonymousType || type.IsTupleType || (definition.Locations.Any(static l => l.IsInSource)
                && type.GetMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, definition))));
    }

    private static bool IsFixedImmutable(IFieldSymbol field) => field.IsStatic && field.IsReadOnly && TypeFacts.IsImmutable(field.Type);

    private IReadOnlyList<Place> Member(IOperation? instance, ISymbol member, bool isStatic) =>
        isStatic ? [new Place(member.OriginalDefinition)] : [.. TargetOf(instance).Select(place => place.Then(member.OriginalDefinition))];

    /// <summary>What a member of an expression belongs to: the object, or for a value type the variable itself.</summary>
    public IReadOnlyList<Place> TargetOf(IOperation? instance) =>
        instance is { Type.IsValueType: true } and not IInstanceReferenceOperation ? [.. PlacesOf(instance).Concat(ObjectOf(instance)).Distinct()] : ObjectOf(instance);

    /// <summary>A parameter of a primary constructor that other members use is state of the instance.</summary>
    private bool IsState(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && !constructor.DeclaringSyntaxReferences.Any(r => executable.Root.Syntax == r.GetSyntax());

    private IReadOnlyList<Place> OfProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (property.IsStatic)
        {
            return property.ContainingType switch
            {
                { Name: "Console" } type when TypeFacts.IsIn(type, "System") => [new Place(World.Console)],
                { Name: "Random" } type when TypeFacts.IsIn(type, "System") => [new Place(World.Random)],
                { Name: "DateTime" or "DateTimeOffset" or "Environment" } type when TypeFacts.IsIn(type, "System") => [new Place(World.Clock)],
                _ when property.IsReadOnly && (TypeFacts.IsSystem(property) || TypeFacts.IsImmutable(property.Type)) && !property.Locations.Any(static l => l.IsInSource) => [],
                _ => [new Place(property.OriginalDefinition)],
            };
        }

        if (property.ContainingType.SpecialType == SpecialType.System_Array)
        {
            return [];
        }

        if (property.Name is "Span" or "Array" && property.ContainingType.Name is "Memory" or "ArraySegment" && TypeFacts.IsSystem(property))
        {
            return [.. TargetOf(reference.Instance), .. GivenTo(reference.Instance)];
        }

        if (property.Name is "Count" or "Length" && TypeFacts.NamespaceOf(property).StartsWith("System.Collections", System.StringComparison.Ordinal))
        {
            return [.. TargetOf(reference.Instance).Select(static place => place.Then(Step.Size))];
        }

        if (IsPlain(property))
        {
            return Member(reference.Instance, property, isStatic: false);
        }

        return [.. TargetOf(reference.Instance).Select(place => place.Then(StepTo(reference))), .. reference.Instance?.Type?.IsValueType == true ? GivenTo(reference.Instance) : []];
    }

    private static bool IsList(ITypeSymbol type) =>
        type.Name is "List" or "IList" or "IReadOnlyList" or "ImmutableArray" or "Span" or "Memory" && TypeFacts.IsSystem(type);

    private IReadOnlyList<Place> OfVariable(ISymbol variable)
    {
        if (known.TryGetValue(variable, out var places))
        {
            return places;
        }

        if (!open.Add(variable))
        {
            return [];
        }

        var result = new List<Place> { new(variable) };
        if (executable.LoopOf(variable) is IForEachLoopOperation loop)
        {
            // Of several parts of an item, two of one kind may be one object.
            var items = ItemsOf(loop);
            result.AddRange(HasSibling(variable, loop) ? items.Select(static p => p.WithoutOwn().Then(Step.Reach)) : items);
        }

        if (variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } lambdaParameter)
        {
            result.AddRange(ElementsGivenTo(lambdaParameter));
        }

        if (!ReferenceEquals(executable.LoopOf(variable), iteration) && !IsMadeHere(variable) && !result.Any(static p => p.Path.Contains(Step.Own)))
        {
            result.AddRange(PerhapsItems((variable as IParameterSymbol)?.Type ?? (variable as ILocalSymbol)?.Type));
        }

        foreach (var value in executable.ValuesOf(variable))
        {
            result.AddRange(ObjectOf(value));
        }

        foreach (var whole in executable.WholesOf(variable))
        {
            result.AddRange(ReachOf(whole).Select(static p => p.Then(Step.Reach)));
        }

        foreach (var keeper in executable.KeepersOf(variable))
        {
            result.AddRange(ObjectOf(Keeper(keeper)).Where(static k => !k.EndsInReach).Select(static k => k.Then(Step.Kept)));
            result.AddRange(AttachedTo(keeper, variable));
        }

        open.Remove(variable);
        if (iteration is not null && !variable.DeclaringSyntaxReferences.Any(r => iteration.Syntax.SyntaxTree == r.SyntaxTree && iteration.Syntax.Span.Contains(r.Span)))
        {
            // What outlives the iteration may hold the item of an earlier one.
            result = [.. result.Select(static p => p.WithoutOwn())];
        }

        places = [.. result.Distinct()];
        if (open.Count == 0)
        {
            known[variable] = places;
        }

        return places;
    }

    private IReadOnlyList<Place> OfInvocation(IInvocationOperation invocation)
    {
        if (summaries.IsModelCall(invocation.TargetMethod) || TypeFacts.NamespaceOf(invocation.TargetMethod) == CallCatalog.RuntimeNamespace)
        {
            // Answers are fresh.
            return [];
        }

        if (KnownMethods.Find(invocation.TargetMethod) is { } effect)
        {
            if (effect.HasFlag(Effect.ReadsClock) || KnownMethods.Copies(invocation.TargetMethod))
            {
                return [];
            }

            if (KnownMethods.WithoutFilters(invocation) is var unfiltered && unfiltered != invocation)
            {
                return ObjectOf(unfiltered);
            }

            return invocation.Instance is { } instance
                ? [.. Within(instance), .. HeldBy(invocation), .. PerhapsItems(invocation.Type)]
                : [.. invocation.Arguments.SelectMany(a => Within(a.Value)), .. HeldBy(invocation), .. PerhapsItems(invocation.Type)];

            // A method gives the object back, or something in it; of an unrelated type it can only be the latter.
            IEnumerable<Place> Within(IOperation whole) => ReachOf(whole).Concat(CopiedFrom(whole)).SelectMany(p =>
                whole.Type is not null && invocation.Type is not null && !TypeFacts.IsView(invocation.Type) && !TypeFacts.AreRelated(whole.Type, invocation.Type) ? [p.Then(Step.Any)] : new[] { p, p.Then(Step.Any) }).Concat(GivenTo(whole));
        }

        if (summaries.Find(invocation.TargetMethod, depth) is { } summary)
        {
            var own = summary.Returns.Any(static p => Equals(p.Root, World.This) && p.Path.Length == 1) ? GivenTo(invocation.Instance) : [];
            return [.. summary.Returns.SelectMany(place => Translate(place, invocation.TargetMethod, invocation.Instance, invocation.Arguments)).Concat(own).Distinct()];
        }

        return [.. ReachOf(invocation.Instance).Concat(invocation.Arguments.SelectMany(a => ReachOf(a.Value))).Select(static p => p.Then(Step.Reach)).Distinct()];
    }

    /// <summary>What the tools can reach that an options object is made with: code that runs while the model is asked.</summary>
    public IEnumerable<Place> ToolsOf(IOperation? options) => ToolsOf(options, new(SymbolEqualityComparer.Default));

    /// <param name="options">What may hold tools.</param>
    /// <param name="seen">The variables and members that were followed: one may be given itself.</param>
    private IEnumerable<Place> ToolsOf(IOperation? options, HashSet<ISymbol> seen) => options switch
    {
        IConversionOperation conversion => ToolsOf(conversion.Operand, seen),
        ILocalReferenceOperation { Local: var local } when seen.Add(local) => executable.ValuesOf(local).SelectMany(v => v is ILocalReferenceOperation ? [] : ToolsOf(v, seen)),
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: var field } when seen.Add(field) => summaries.InitialValuesOf(field).SelectMany(v => ToolsOf(v, seen)),
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Property: var property } when seen.Add(property) => summaries.InitialValuesOf(property).SelectMany(v => ToolsOf(v, seen)),
        IObjectCreationOperation creation => creation.Arguments.SelectMany(a => ToolsOf(a.Value, seen)).Concat(creation.Initializer is { } initializer ? initializer.Initializers.OfType<ISimpleAssignmentOperation>()
            .Where(static a => a.Target is IPropertyReferenceOperation { Property: { Name: "Tools", ContainingType: var type } } && TypeFacts.IsIn(type, "Microsoft.Extensions.AI"))
            .SelectMany(static a => a.Value.DescendantsAndSelf()).Select(static o => o is IMethodReferenceOperation reference ? reference.Instance : o).SelectMany(ReachOf) : []),
        _ => [],
    };

    /// <summary>A place in a callee, as its caller names it.</summary>
    public IEnumerable<Place> Translate(Place place, IMethodSymbol callee, IOperation? instance, IEnumerable<IArgumentOperation> arguments)
    {
        switch (place.Root)
        {
            case World.This when callee.MethodKind == MethodKind.LocalFunction:
                // A local function runs in the same instance as its caller.
                return [place];
            case World.This:
                return instance is null ? [] : TargetOf(instance).Select(p => p.Then(place.Path)).Concat(place.Path.Length > 1 ? GivenTo(instance) : []);
            case IParameterSymbol parameter when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, callee.OriginalDefinition):
                var argument = arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal);
                return ObjectOf(argument?.Value).Select(p => p.Then(place.Path)).Concat(GivenTo(argument?.Value));
            case ILocalSymbol local when SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, callee.OriginalDefinition):
            case SyntaxNode:
                return [];
            case ISymbol captured when captured is ILocalSymbol or IParameterSymbol:
                return place.Path.IsEmpty ? [place] : OfVariable(captured).Select(p => p.Then(place.Path));
            default:
                return [place];
        }
    }

    private static IOperation? AccessedBy(IConditionalAccessInstanceOperation instance)
    {
        for (IOperation child = instance; child.Parent is { } parent; child = parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access.Operation;
            }
        }

        return null;
    }
}
