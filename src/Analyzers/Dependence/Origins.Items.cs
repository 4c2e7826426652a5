using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Dependence;

/// <content>Where the items of a loop come from, and what else may name one of them.</content>
internal sealed partial class Origins
{
    private IReadOnlyList<IOperation>? ownElements;

    /// <summary>The fields that a method of source may put a variable's value into, because it changes them and they could hold it.</summary>
    private IEnumerable<Place> AttachedTo(IOperation handing, ISymbol variable) =>
        handing is IInvocationOperation call && KnownMethods.Find(call.TargetMethod) is null && !summaries.IsModelCall(call.TargetMethod)
            && (variable as IParameterSymbol)?.Type is var given && (given ?? (variable as ILocalSymbol)?.Type) is { IsReferenceType: true } type && summaries.Find(call.TargetMethod, depth) is { } summary
            ? summary.Accesses.Where(a => a.IsWrite && a.Certain && a.Place.Path.Length > 0 && a.Place.Path[a.Place.Path.Length - 1] is IFieldSymbol { Type: var held } && TypeFacts.AreRelated(held, type))
                .SelectMany(a => Translate(a.Place, call.TargetMethod, call.Instance, call.Arguments))
            : [];

    /// <summary>The collection that keeps what it is handed; code that is not known is not taken to keep the items that it is given.</summary>
    private IOperation? Keeper(IOperation handing) => handing switch
    {
        IInvocationOperation call when summaries.IsModelCall(call.TargetMethod) => null,
        IInvocationOperation call => KnownMethods.Find(call.TargetMethod) is { } effect && effect.HasFlag(Effect.WritesReceiver) ? call.Instance : null,
        IMemberReferenceOperation member => member.Instance,
        IArrayElementReferenceOperation element => element.ArrayReference,
        _ => null,
    };

    private static bool HasSibling(ISymbol variable, IForEachLoopOperation loop) =>
        variable is ILocalSymbol { Type: var type } && loop.Locals.Any(other => !SymbolEqualityComparer.Default.Equals(other, variable) && !TypeFacts.IsImmutable(other.Type) && TypeFacts.AreRelated(other.Type, type));

    /// <summary>Whether a local only ever holds objects that are made for it, or the loop's own item.</summary>
    private bool IsMadeHere(ISymbol variable) =>
        executable.ValuesOf(variable) is { Count: > 0 } values && executable.WholesOf(variable).Count == 0
        && values.All(v => v is IObjectCreationOperation or IConversionOperation { Operand: IObjectCreationOperation } || IsOwnElement(v) || (v is ILocalReferenceOperation local && executable.LoopOf(local.Local) is not null));

    /// <summary>What is of the items' type may be one of the items: a previous one, a parent, the selected one.</summary>
    private IEnumerable<Place> PerhapsItems(ITypeSymbol? type) => iteration switch
    {
        null => [],
        _ when type is null => [],
        IForEachLoopOperation loop => loop.Locals.Any(local => MayBeOne(type, local.Type)) ? ItemsOf(loop).Select(static p => p.WithoutOwn()) : [],
        _ => OwnElements.Where(element => MayBeOne(type, element.Type)).SelectMany(PlacesOf).Select(static p => p.WithoutOwn()).Distinct(),
    };

    private static bool MayBeOne(ITypeSymbol type, ITypeSymbol? item) => item is { IsReferenceType: true } && !TypeFacts.IsImmutable(item) && TypeFacts.AreRelated(type, item);

    /// <summary>The items of a loop that counts: what its body takes out of collections by the loop's own variable.</summary>
    private IReadOnlyList<IOperation> OwnElements => ownElements ??= [.. iteration!.Body.Descendants().Where(o => IsOwnElement(o) && o.Type is { IsReferenceType: true } type && !TypeFacts.IsImmutable(type))];

    private bool IsOwnElement(IOperation expression) => CollectionOf(expression) is not null;

    /// <summary>The step from a collection to one of its elements.</summary>
    private Step StepTo(IOperation element) => CollectionOf(element) is { } collection && IsAnotherEachTime(collection) ? Step.Own : Step.Any;

    /// <summary>The collection that the iteration's own variable takes an element out of.</summary>
    private IOperation? CollectionOf(IOperation element) => element switch
    {
        IArrayElementReferenceOperation { Indices: { Length: 1 } indices } array when IsOwnIndex(indices[0]) => array.ArrayReference,
        IPropertyReferenceOperation { Arguments: { Length: 1 } arguments, Property.ContainingType: var type } list when IsOwnIndex(arguments[0].Value) && IsList(type) => list.Instance,
        _ => null,
    };

    /// <summary>Whether an index is the variable that the iterations count with.</summary>
    private bool IsOwnIndex(IOperation index) =>
        index is ILocalReferenceOperation local && iteration is IForLoopOperation { Locals.Length: 1 } && ReferenceEquals(executable.LoopOf(local.Local), iteration)
        && executable.ValuesOf(local.Local).Count == 1;

    /// <summary>The collections whose slots are looked at when a source is enumerated.</summary>
    public IEnumerable<Place> SlotsOf(IOperation collection) =>
        KnownMethods.WithoutFilters(collection) switch
        {
            IInvocationOperation { TargetMethod: { IsStatic: true } method } call when KnownMethods.Find(method) is not null => KnownMethods.Copies(method) ? [] : call.Arguments.SelectMany(a => SlotsOf(a.Value)),
            var source => ObjectOf(source),
        };

    private IEnumerable<Place> ItemsOf(IForEachLoopOperation loop)
    {
        // Items of the source are taken as distinct objects; what the source may have come from does not matter to them.
        object step = ReferenceEquals(loop, iteration) && IsAnotherEachTime(loop.Collection) ? Step.Own : Step.Any;
        var source = KnownMethods.WithoutFilters(loop.Collection);
        if (source is IInvocationOperation { TargetMethod: { Name: "Zip", IsStatic: true } } zip && zip.Arguments.Length == 2)
        {
            // Pairs from two sources; a source paired with itself gives each item twice.
            List<Place> first = [.. ElementsOf(zip.Arguments[0].Value, loop)], second = [.. ElementsOf(zip.Arguments[1].Value, loop)];
            var apart = !first.Any(a => second.Any(b => Place.SameRoot(a.Root, b.Root)));
            return first.Concat(second).Select(p => apart ? p.Then(step) : p.Then(Step.Any));
        }

        if (source is IInvocationOperation { TargetMethod: { Name: "Index", IsStatic: true } } numbered && KnownMethods.Find(numbered.TargetMethod) is not null)
        {
            return ElementsOf(numbered.Arguments[0].Value, loop).Select(p => p.Then(step));
        }

        if (source is IInvocationOperation projection && KnownMethods.Find(projection.TargetMethod) is not null && projection.TargetMethod.IsStatic && !KnownMethods.Copies(projection.TargetMethod))
        {
            return projection.TargetMethod.Name == "Repeat"
                ? ObjectOf(projection.Arguments[0].Value)
                : projection.Arguments.SelectMany(a => ReachOf(a.Value)).Select(static p => p.Then(Step.Any).Then(Step.Reach)).Append(new Place(loop.Syntax, [step]));
        }

        return ElementsOf(source, loop).Select(p => p.Then(step));
    }

    /// <summary>The collections that name the elements of a source.</summary>
    private List<Place> ElementsOf(IOperation source, IForEachLoopOperation loop)
    {
        var unfiltered = KnownMethods.WithoutFilters(source);
        var places = ObjectOf(unfiltered).Concat(CopiedFrom(unfiltered)).Where(static p => !p.EndsInReach).ToList();
        return places.Count == 0 ? [new Place(unfiltered == loop.Collection ? loop.Syntax : unfiltered.Syntax)] : places;
    }

    /// <summary>Where the elements of a fresh collection come from.</summary>
    private IEnumerable<Place> CopiedFrom(IOperation collection) => CopiedFrom(collection, new(SymbolEqualityComparer.Default));

    /// <param name="collection">The collection.</param>
    /// <param name="seen">The locals that were followed: one may be given itself, with a cast.</param>
    private IEnumerable<Place> CopiedFrom(IOperation collection, HashSet<ISymbol> seen) => collection switch
    {
        IConversionOperation conversion => CopiedFrom(conversion.Operand, seen),
        IInvocationOperation copy when KnownMethods.Copies(copy.TargetMethod) => ObjectOf(copy.Arguments[0].Value),
        IObjectCreationOperation creation => creation.Arguments.SelectMany(a => ObjectOf(a.Value)),
        ICollectionExpressionOperation expression => expression.Elements.OfType<ISpreadOperation>().SelectMany(s => ObjectOf(s.Operand)),
        ILocalReferenceOperation { Local: var local } when seen.Add(local) => executable.ValuesOf(local).Where(static v => v is not ILocalReferenceOperation).SelectMany(v => CopiedFrom(v, seen)),
        _ => [],
    };

    /// <summary>The objects that an element of a copy is, as the collection names them that was copied. An element of chunks is a part of it: its elements are those of the whole.</summary>
    private IEnumerable<Place> ElementsCopiedTo(IOperation element) => element switch
    {
        IArrayElementReferenceOperation { ArrayReference: var array } => ElementsCopiedTo(array, StepTo(element)),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } whole } => ElementsCopiedTo(whole, StepTo(element)),
        _ => [],
    };

    private IEnumerable<Place> ElementsCopiedTo(IOperation copy, Step step) =>
        ChunkedInto(copy).ToList() is { Count: > 0 } chunked ? chunked : CopiedFrom(copy).Select(p => p.Then(step));

    private IEnumerable<Place> ChunkedInto(IOperation copy) => copy switch
    {
        IConversionOperation conversion => ChunkedInto(conversion.Operand),
        IInvocationOperation { TargetMethod: var method } call when KnownMethods.Copies(method) => KnownMethods.WithoutFilters(call.Arguments[0].Value) is IInvocationOperation { TargetMethod: { Name: "Chunk", IsStatic: true } } chunks && TypeFacts.IsSystem(chunks.TargetMethod)
            ? ObjectOf(chunks.Arguments[0].Value) : [],
        ILocalReferenceOperation local => executable.ValuesOf(local.Local).Where(static v => v is not ILocalReferenceOperation).SelectMany(ChunkedInto),
        _ => [],
    };

    /// <summary>What a lambda's parameter stands for: the elements of what the call that takes the lambda works on.</summary>
    private IEnumerable<Place> ElementsGivenTo(IParameterSymbol parameter)
    {
        var lambda = executable.LambdaOf(parameter.ContainingSymbol);
        for (var current = lambda?.Parent; current is not null; current = current.Parent)
        {
            if (current is IInvocationOperation invocation)
            {
                var source = invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value;

                // A filter in the loop's own header looks at the item that it lets through.
                object step = iteration is IForEachLoopOperation loop && loop.Collection.Syntax.Span.Contains(invocation.Syntax.Span) && IsAnotherEachTime(loop.Collection) ? Step.Own : Step.Any;
                return ObjectOf(source).Select(p => p.Then(step));
            }

            if (current is not (IArgumentOperation or IDelegateCreationOperation or IConversionOperation))
            {
                break;
            }
        }

        return [];
    }
}
