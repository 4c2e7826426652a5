using System.Collections.Immutable;
using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Decides what crosses from the first half to the second, and in which form; the last step to a plan.</summary>
internal sealed class Carrying(
    CallSite site, Parts parts, Halves halves, ImmutableArray<Part> sunk, bool keepsSkipped, Pacing? pacing)
{
    private readonly ILoopOperation loop = parts.Loop;

    public PlanResult Plan()
    {
        var carried = FindCarried();
        if (carried.Select(FindUncarriable).FirstOrDefault(static b => b is not null) is { } uncarriable)
        {
            return uncarriable;
        }

        var token = site.Argument(site.Call.Token) ?? site.Consumption?.Token;
        if (token is not null && !Invariance.IsInvariant(token, parts.Region))
        {
            return new Blocker("each call has a cancellation token of its own", token.Syntax.GetLocation());
        }

        var optionsArgument = site.Argument(site.Call.Options);
        var optionsPerItem = optionsArgument is not null && !Invariance.IsInvariant(optionsArgument, parts.Region);
        if (FindOddArgument(optionsPerItem) is { } odd)
        {
            return odd;
        }

        var form = RequestForm.List;
        if (ChooseForm(ref form, carried) is { } misfit)
        {
            return misfit;
        }

        if (form == RequestForm.Selector)
        {
            carried = [.. carried, .. Lambdas.NeededBySelector(parts, halves).Where(s => !carried.Any(c => SymbolEqualityComparer.Default.Equals(c.Symbol, s))).Select(static s => new Carried(s, ((ILocalSymbol)s).Type))];
            if (carried.IsEmpty || carried.Select(FindUncarriable).FirstOrDefault(static b => b is not null) is not null)
            {
                return new Blocker("the request is prepared inside a 'try' that would see what its preparation throws", site.Location);
            }
        }

        if (form != RequestForm.List && optionsPerItem)
        {
            return new Blocker("each request has options of its own", optionsArgument!.Syntax.GetLocation());
        }

        var takesItems = TakesItems(form, optionsPerItem);
        var asksForPending = !takesItems && form == RequestForm.List && !keepsSkipped && !optionsPerItem && carried.Length == 1 && AsksFor(carried[0]);
        return new BatchPlan
        {
            Site = site,
            Loop = loop,
            Path = parts.Path,
            Sunk = [.. sunk.Select(static p => p.Operation.Syntax)],
            KeepsSkipped = keepsSkipped,
            Form = form,
            Walk = form == RequestForm.Streaming ? WalkForm.Source : asksForPending ? WalkForm.Pending : ChooseWalk(form, carried),
            Carried = carried,
            TakesItems = takesItems,
            Source = SourceOf(takesItems),
            AsksForPending = asksForPending,
            ProjectsItems = takesItems && loop is IForEachLoopOperation && (site.TakesArguments || site.Call.Shape == Catalog.RequestShape.Value) && ProjectsItems(),
            Pacing = pacing,
            Options = site.ArgumentSyntax(site.Call.Options),
            OptionsPerItem = optionsPerItem,
            Token = site.Token ?? (form == RequestForm.Streaming ? Lambdas.StreamToken(loop) : null),
        };
    }

    /// <summary>Whether what is asked for an item is a variable that is carried anyway.</summary>
    private bool AsksFor(Carried carried)
    {
        var asked = site.TakesArguments ? VaryingArguments().ToList() : site.Call.Shape == Catalog.RequestShape.Value ? [parts.Request.Operation] : [];
        return asked.Count == 1 && !ChangesType(asked[0]) && Unconverted(asked[0]) is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, carried.Symbol);
    }

    /// <summary>Variables that the first half gives a value and the second half reads, in the order of their declaration.</summary>
    private ImmutableArray<Carried> FindCarried()
    {
        var second = halves.Consume.Except(halves.Prepare).ToList();
        var asked = new HashSet<ISymbol>(Part.DeclaredIn(site.Replaced), SymbolEqualityComparer.Default);
        var own = new HashSet<ISymbol>(second.SelectMany(static p => p.Declared).Where(s => !asked.Contains(s)), SymbolEqualityComparer.Default);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var carried = ImmutableArray.CreateBuilder<Carried>();
        foreach (var part in parts.All.Where(halves.Prepare.Contains))
        {
            IEnumerable<ISymbol> symbols = part.Role == Role.Header ? ((ILoopOperation)part.Operation).Locals : part.Role == Role.Request ? asked : part.Declared;
            foreach (var symbol in symbols.Where(s => !own.Contains(s) && seen.Add(s) && halves.Consume.Any(c => IsUsedIn(c, s))))
            {
                carried.Add(new Carried(symbol, ((ILocalSymbol)symbol).Type));
            }
        }

        return carried.ToImmutable();
    }

    private bool IsUsedIn(Part part, ISymbol symbol) =>
        part.Role == Role.Leaf
            ? part.Operation.DescendantsAndSelf().Any(o => Part.Refers(o, symbol) && !site.Replaced.Syntax.Span.Contains(o.Syntax.Span))
            : part.References(symbol) && !part.Declared.Contains(symbol, SymbolEqualityComparer.Default);

    private Blocker? FindUncarriable(Carried carried)
    {
        var local = (ILocalSymbol)carried.Symbol;
        var at = local.Locations[0];
        if (local.RefKind != RefKind.None || carried.Type.IsRefLikeType || carried.Type is IPointerTypeSymbol)
        {
            return new Blocker($"'{carried.Name}' is a reference or a span, which cannot be kept until the answer is there", at);
        }

        if (HasNoName(carried.Type))
        {
            return new Blocker($"'{carried.Name}' has a type without a name, which cannot be kept in a list", at);
        }

        foreach (var part in halves.Consume)
        {
            var write = part.Accesses.FirstOrDefault(a => a.IsWrite && a.Place.Path.IsEmpty && SymbolEqualityComparer.Default.Equals(a.Place.Root as ISymbol, local));
            if (write.Node is not null)
            {
                return new Blocker($"'{carried.Name}' is needed before the call and given a new value after it", write.Node.GetLocation(), at);
            }
        }

        var inRequest = site.Replaced.Syntax.Span.Contains(at.SourceSpan)
            || parts.Request.Accesses.Any(a => a.IsWrite && a.Place.Path.IsEmpty && SymbolEqualityComparer.Default.Equals(a.Place.Root as ISymbol, local));
        var inBranch = keepsSkipped && parts.All.Any(p => p.Role == Role.Before && p.Declared.Contains(local, SymbolEqualityComparer.Default) && IsSkippedBefore(p));
        return inRequest || inBranch ? new Blocker($"'{carried.Name}' is not set for items that ask nothing, or only within the request", at) : null;
    }

    /// <summary>Whether an item can be skipped before a statement has run.</summary>
    private bool IsSkippedBefore(Part part) =>
        parts.All.TakeWhile(p => p != part).Any(p => p.IsGuard || p.Role == Role.Condition);

    private static bool HasNoName(ITypeSymbol type) => type switch
    {
        { IsAnonymousType: true } => true,
        IArrayTypeSymbol array => HasNoName(array.ElementType),
        INamedTypeSymbol named => (!named.IsTupleType && IsUnfinished(named)) || named.TypeArguments.Any(HasNoName),
        _ => false,
    };

    /// <summary>Whether somebody is still writing the name of a type, or of the namespace around it.</summary>
    private static bool IsUnfinished(ISymbol type)
    {
        for (var symbol = type; symbol is not null and not INamespaceSymbol { IsGlobalNamespace: true }; symbol = symbol.ContainingSymbol)
        {
            if (symbol is INamespaceOrTypeSymbol { Name.Length: 0 })
            {
                return true;
            }
        }

        return false;
    }

    private Blocker? FindOddArgument(bool optionsPerItem)
    {
        if (site.TakesArguments)
        {
            return null;
        }

        if (site.Call.Entry.RequestType is null && optionsPerItem)
        {
            return new Blocker("each request has options of its own", site.Argument(site.Call.Options)!.Syntax.GetLocation());
        }

        foreach (var argument in site.Invocation.Arguments.Where(static a => a.ArgumentKind == ArgumentKind.Explicit))
        {
            var parameter = argument.Parameter!;
            var known = parameter.Ordinal == site.Call.Request?.Ordinal || parameter.Ordinal == site.Call.Options?.Ordinal || parameter.Ordinal == site.Call.Token?.Ordinal || argument.Value == site.Receiver;
            if (!known)
            {
                return new Blocker($"the argument '{parameter.Name}' has no place in a batch", argument.Syntax.GetLocation());
            }
        }

        return null;
    }

    private Blocker? ChooseForm(ref RequestForm form, ImmutableArray<Carried> carried)
    {
        var yields = halves.Consume.Select(static p => p.Exits.Yield).FirstOrDefault(static y => y is not null);
        if (loop.IsAsynchronousForEach() || yields is not null)
        {
            form = RequestForm.Streaming;
            return Lambdas.FindStreamingMisfit(site, parts, halves, carried, yields);
        }

        foreach (var node in parts.Path.OfType<TryNode>())
        {
            var level = parts.Path.IndexOf(node);
            var leaving = halves.Prepare.Where(p => p.Level > level && p.Role is Role.Before or Role.Condition or Role.Otherwise && parts.Path.Take(p.Level).Contains(node)).ToList();
            var thrower = Throws.Find(leaving.Select(static p => p.Operation), node.Try);
            var requestThrows = IsMadeInLambda && TakesItems(RequestForm.List, optionsPerItem: false) ? null : Throws.Find(site.TakesArguments ? site.Invocation.Arguments.Select(static a => a.Value) : [parts.Request.Operation, .. site.Argument(site.Call.Options) is { } o ? new[] { o } : []], node.Try);
            if (thrower is null && requestThrows is null)
            {
                continue;
            }

            // The exception has to come out where the answer is read: then preparing the request is part of the item.
            form = RequestForm.Selector;
            return SkipsBeforeTry() ? Lambdas.Misfit((thrower ?? requestThrows)!) : Lambdas.FindSelectorMisfit(site, parts, halves, carried, (thrower ?? requestThrows)!);
        }

        return null;
    }

    /// <summary>Whether items that ask nothing are to keep their places although the lambda, which begins at the <c>try</c>, cannot tell them.</summary>
    private bool SkipsBeforeTry() => keepsSkipped && (parts.All.Any(static p => p.IsGuard) || parts.Path.TakeWhile(static n => n is not TryNode).Any(static n => n is IfNode));

    /// <summary>Whether a lambda makes the call as it is written: its arguments may be made there, and are of the types that they had.</summary>
    private bool IsMadeInLambda => site is { TakesArguments: true, CallsHelper: false, Call.Entry.Kind: Catalog.CallKind.Completion or Catalog.CallKind.Embedding };

    private WalkForm ChooseWalk(RequestForm form, ImmutableArray<Carried> carried)
    {
        if (form == RequestForm.Selector && !(TakesItems(form, optionsPerItem: false) && carried.Length == 1))
        {
            return WalkForm.Pending;
        }

        if (carried.IsEmpty && !keepsSkipped)
        {
            return WalkForm.Answers;
        }

        var filtered = !keepsSkipped && (parts.Path.Any(static n => n is IfNode) || parts.All.Any(static p => p.IsGuard));
        if (filtered || parts.IsNested || carried.Any(c => !loop.Locals.Contains((ILocalSymbol)c.Symbol, SymbolEqualityComparer.Default)) || IsSourceWritten())
        {
            return WalkForm.Pending;
        }

        if (site.TakesArguments && carried.Length == 1 && loop is IForEachLoopOperation { Collection: var walked } && !(TypeFacts.IsCollection(Parts.WithoutConversion(walked).Type) && IsStable(Parts.WithoutConversion(walked))))
        {
            return WalkForm.Pending;
        }

        var breaks = parts.All.Any(static p => p.Exits.Break is not null);
        return loop switch
        {
            IForEachLoopOperation forEach when TypeFacts.IsCollection(Parts.WithoutConversion(forEach.Collection).Type) && IsStable(Parts.WithoutConversion(forEach.Collection)) && HasPlainVariable(forEach) => WalkForm.Source,
            IForLoopOperation @for when Repetition.CountsFromZero(@for) && !breaks && IsStableBound(@for) => WalkForm.Index,
            _ => carried.IsEmpty ? WalkForm.Answers : WalkForm.Pending,
        };
    }

    /// <summary>The items that a loop hands over: what it walks through, or what it counts through.</summary>
    private ExpressionSyntax? SourceOf(bool takesItems) =>
        !takesItems ? null : loop is IForLoopOperation counted ? Counted(counted) : ((ForEachStatementSyntax)loop.Syntax).Expression;

    private bool TakesItems(RequestForm form, bool optionsPerItem)
    {
        if (!IsMadeInLambda && Asked().Any(ChangesType))
        {
            return false;
        }

        if (loop is IForLoopOperation counted)
        {
            return LeavesNothing(form) && Counted(counted) is not null;
        }

        if (loop is not IForEachLoopOperation { IsAsynchronous: false, Locals.Length: 1 } forEach || !HasPlainVariable(forEach) || forEach.Syntax is not ForEachStatementSyntax || keepsSkipped)
        {
            return false;
        }

        if (site.TakesArguments)
        {
            return LeavesNothing(form) && TypeFacts.IsSequence(Parts.WithoutConversion(forEach.Collection).Type) && VaryingArguments().All(IsMadeInLambda ? Projections.Makes : Projections.Looks);
        }

        return LeavesNothing(form) && (form == RequestForm.Selector
            || (form == RequestForm.List && !optionsPerItem
                && (site.Call.Shape == Catalog.RequestShape.Value
                    ? TypeFacts.IsSequence(Parts.WithoutConversion(forEach.Collection).Type) && Projections.Looks(parts.Request.Operation)
                    : site.Call.Shape != Catalog.RequestShape.Message && TypeFacts.IsCollection(Parts.WithoutConversion(forEach.Collection).Type) && IsItem(parts.Request.Operation))));
    }

    /// <summary>Whether nothing stands before the call but what makes its request.</summary>
    private bool LeavesNothing(RequestForm form) =>
        !parts.Path.Any(static n => n is IfNode or LoopNode)
        && !halves.Prepare.Any(p => p.Role == Role.Before && (form != RequestForm.Selector || !parts.Path.Take(p.Level).Any(static n => n is TryNode)));

    /// <summary>The list that a loop counts through from its first element to its last, where each element is what is asked for.</summary>
    private ExpressionSyntax? Counted(IForLoopOperation counted)
    {
        if (parts.Varying.Length != 1 || !Repetition.CountsFromZero(counted) || counted.Condition is not IBinaryOperation { RightOperand: IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: { } bound } } || !IsStable(bound))
        {
            return null;
        }

        var (list, index) = Unconverted(VaryingArguments().First()) switch
        {
            IArrayElementReferenceOperation { Indices: { Length: 1 } indices } element => (element.ArrayReference, indices[0]),
            IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } arguments, Instance: { } instance } => (instance, arguments[0].Value),
            _ => (null, null),
        };
        return list?.Syntax is ExpressionSyntax written && list.Syntax.IsEquivalentTo(bound.Syntax) && TypeFacts.IsSequence(list.Type)
            && index is ILocalReferenceOperation local && counted.Locals.Contains(local.Local, SymbolEqualityComparer.Default)
            ? written
            : null;
    }

    private IEnumerable<IOperation> VaryingArguments() =>
        site.Invocation.Arguments.Where(a => parts.Varying.Any(v => v.Ordinal == a.Parameter?.Ordinal)).Select(site.AskedBy);

    /// <summary>Whether more or other is asked than the item itself.</summary>
    private bool ProjectsItems()
    {
        var asked = Asked();
        return asked.Count != 1 || !IsItem(asked[0]);
    }

    /// <summary>What is asked for each item.</summary>
    private List<IOperation> Asked() => site.TakesArguments ? [.. VaryingArguments()] : [parts.Request.Operation];

    /// <summary>Whether a list of what is written would be a list of another type than the one that is asked for.</summary>
    private static bool ChangesType(IOperation value) => value is IConversionOperation conversion && (conversion.Conversion is { IsNumeric: true } or { IsNullable: true } or { IsUserDefined: true } || ChangesType(conversion.Operand));

    private bool IsItem(IOperation value) => Unconverted(value) is ILocalReferenceOperation { Local: var local } && loop.Locals.Contains(local, SymbolEqualityComparer.Default);

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation { OperatorMethod: null, IsImplicit: true } conversion ? Unconverted(conversion.Operand) : operation;

    private static bool IsStableBound(IForLoopOperation loop) =>
        loop.Condition is IBinaryOperation { RightOperand: var bound } && (bound.ConstantValue.HasValue || IsStable(bound));

    private bool IsSourceWritten() =>
        parts.All.Where(static p => p.Role == Role.Header).SelectMany(static p => p.Accesses).Any(read =>
            parts.All.Where(static p => p.Role != Role.Header).SelectMany(static p => p.Accesses).Any(write => write.IsWrite && !IsVariable(write) && Place.Overlap(write.Place, read.Place, sameIteration: true)))
        || (loop is IForEachLoopOperation forEach && forEach.Collection.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(l => halves.Consume.Concat(halves.Prepare).Where(static p => p.Role != Role.Header)
            .SelectMany(static p => p.Accesses).Any(a => a.IsWrite && a.Place.Path.IsEmpty && SymbolEqualityComparer.Default.Equals(a.Place.Root as ISymbol, l.Local))));

    private bool IsVariable(Access write) => write.Place.Root is ILocalSymbol local && Invariance.IsDeclaredIn(local, loop);

    /// <summary>A variable or member that names the same collection when it is asked again.</summary>
    public static bool IsStable(IOperation source) => source switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation => true,
        IFieldReferenceOperation field => field.Instance is null || IsStable(field.Instance),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => (Origins.IsPlain(property.Property) || !property.Property.Locations.Any(static l => l.IsInSource)) && (property.Instance is null || IsStable(property.Instance)),
        _ => false,
    };

    private static bool HasPlainVariable(IForEachLoopOperation loop) =>
        loop.Syntax is ForEachStatementSyntax ? loop.Collection.Type is not null && !ConvertsItems(loop) : loop.Syntax is ForEachVariableStatementSyntax { Variable: DeclarationExpressionSyntax };

    private static bool ConvertsItems(IForEachLoopOperation loop)
    {
        var variable = loop.Locals.FirstOrDefault()?.Type;
        var element = loop.SemanticModel is { } model && loop.Syntax is CommonForEachStatementSyntax syntax ? Microsoft.CodeAnalysis.CSharp.CSharpExtensions.GetForEachStatementInfo(model, syntax).ElementType : null;
        return !SymbolEqualityComparer.Default.Equals(variable, element);
    }
}
