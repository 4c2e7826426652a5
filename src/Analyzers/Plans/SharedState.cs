using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>What the bodies of a fan-out change together. Without protection that is a race, and nobody can say what the code means.</summary>
/// <param name="fanOut">The fan-out.</param>
/// <param name="executable">The body that it stands in.</param>
/// <param name="summaries">What methods of source do.</param>
/// <param name="replaced">The call, where a batch form takes its place that gives each request options of its own.</param>
internal sealed class SharedState(FanOut fanOut, Executable executable, Summaries summaries, SyntaxNode? replaced)
{
    private readonly SemanticModel model = fanOut.Body.SemanticModel!;

    /// <summary>The first change of something that the bodies share and nothing protects.</summary>
    /// <param name="request">What the call asks: if the change reaches it, all items take part in one conversation.</param>
    /// <param name="isConversation">Whether it does.</param>
    public Blocker? FindUnprotected(IOperation? request, out bool isConversation)
    {
        isConversation = false;
        var asked = new Origins(executable, null, summaries, depth: 0).ReachOf(request).Where(p => p.Root is not ISymbol symbol || !fanOut.IsInside(symbol)).Select(static p => p.Then(Step.Reach)).ToList();
        foreach (var group in Writes().GroupBy(static a => a.Node))
        {
            if (!IsProtected(group.Key) && !IsOwn(group.Key, [.. group]))
            {
                var place = group.First().Place;
                isConversation = group.Any(w => w.Place.Path.Length > 0 && asked.Any(a => Place.Overlap(w.Place, a, sameIteration: true)));
                return TypeOf(group.Key) is { Name: "CancellationTokenSource" }
                    ? new Blocker($"'{Describe.Name(place)}' lets one item stop the others, which a batch does not", group.Key.GetLocation())
                    : new Blocker($"'{Describe.Name(place)}' is changed by several items at once without protection", group.Key.GetLocation());
            }
        }

        return null;
    }

    /// <summary>Whether what one item leaves behind may be seen by an item that starts later: then it matters when items are started.</summary>
    /// <param name="call">The call; what stands before it runs when an item starts.</param>
    public bool ReachesLaterItems(SyntaxNode call)
    {
        var statement = call.FirstAncestorOrSelf<SyntaxNode>(n => n is StatementSyntax || n.Parent == fanOut.Body.Syntax)!;
        var accesses = Accesses().Where(a => !a.IsSoft && IsShared(a.Place)).ToLookup(a => a.Node.Span.End <= statement.SpanStart || call.Span.Contains(a.Node.Span));
        var writes = accesses[false].Where(a => a.IsWrite && (!a.Certain || !IsOwn(a.Node, [a]))).ToList();
        return accesses[true].Any(read => writes.Any(write => Place.Overlap(write.Place, read.Place, sameIteration: true)));
    }

    private bool IsShared(Place place) => place.Root switch
    {
        // What the semaphore lets through is the batch's to decide.
        ILocalSymbol { Type.Name: "SemaphoreSlim" } => false,
        ISymbol symbol => !fanOut.IsInside(symbol) && !fanOut.Source.DescendantsAndSelf().Any(o => Part.Refers(o, symbol)),
        World.This => !place.Path.IsEmpty,
        _ => false,
    };

    private List<Access> Accesses()
    {
        var collector = new AccessCollector(new Origins(executable, null, summaries, depth: 0), summaries);
        collector.Visit(fanOut.Body.Body);
        return collector.Accesses;
    }

    private IEnumerable<Access> Writes() =>
        Accesses().Where(a => a.IsWrite && a.Certain && a.Node != replaced && !a.IsSoft && !HelperPlanner.IsThrottle(a.Place) && ((a.Place.Root is ISymbol symbol && !(a.Place.Path.IsEmpty && fanOut.IsInside(symbol))) || (a.Place.Root is World.This && !a.Place.Path.IsEmpty)));

    /// <summary>Whether code holds a lock, is atomic, or works on something that is made for several threads.</summary>
    private bool IsProtected(SyntaxNode node)
    {
        if (node is InvocationExpressionSyntax && model.GetSymbolInfo(node).Symbol is IMethodSymbol called && summaries.CallOf(called) is { Entry.Kind: Catalog.CallKind.StoreWrite })
        {
            // Stores are made to be written to by several at once.
            return true;
        }

        for (var current = node; current is not null && current != fanOut.Body.Syntax; current = current.Parent)
        {
            if (current is LockStatementSyntax
                || (current is InvocationExpressionSyntax call && model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType: { Name: "Interlocked" or "Volatile" or "ImmutableInterlocked" } atomic } && TypeFacts.IsSystem(atomic)))
            {
                return true;
            }
        }

        return TypeOf(node) is { } type
            && (TypeFacts.IsIn(type, "System.Collections.Concurrent") || (TypeFacts.IsIn(type, "System.Threading") && type.Name != "CancellationTokenSource"));
    }

    /// <summary>The type of what is changed: of the receiver of a call, of the collection around an element.</summary>
    private ITypeSymbol? TypeOf(SyntaxNode node) => model.GetOperation(node) switch
    {
        IInvocationOperation { Instance: { } instance } => instance.Type?.OriginalDefinition,
        IPropertyReferenceOperation { Instance: { } instance } => instance.Type?.OriginalDefinition,
        _ => null,
    };

    /// <summary>Whether what is changed belongs to one item alone.</summary>
    private bool IsOwn(SyntaxNode node, List<Access> writes)
    {
        var operation = model.GetOperation(node);
        if (operation is IInvocationOperation call && KnownMethods.Find(call.TargetMethod) is null)
        {
            // A method of the program: of the places that it names the item's own must be one.
            return writes.Any(w => w.Place.Root is ISymbol symbol && fanOut.IsInside(symbol));
        }

        var current = operation is IInvocationOperation { Instance: { } receiver } ? receiver : operation;
        while (current is not null)
        {
            switch (current)
            {
                case IArrayElementReferenceOperation { Indices.Length: 1 } element when IsOwnNumber(element.Indices[0]):
                    return true;
                case IPropertyReferenceOperation { Property.IsIndexer: true, Arguments.Length: 1 } element when element.Instance?.Type?.Name is "List" or "IList" or "Span" && IsOwnNumber(element.Arguments[0].Value):
                    return true;
                case ILocalReferenceOperation local:
                    return fanOut.IsInside(local.Local) && (fanOut.IsOwn(local.Local) || !executable.ValuesOf(local.Local).Any(IsOutside));
                case IParameterReferenceOperation parameter:
                    return fanOut.IsInside(parameter.Parameter);
                case IVariableDeclaratorOperation or IDeclarationPatternOperation or IObjectCreationOperation or IInvocationOperation:
                    return true;
                case IConditionalAccessInstanceOperation:
                    return writes.Any(w => w.Place.Root is ISymbol symbol && fanOut.IsInside(symbol));
                default:
                    current = current switch
                    {
                        IMemberReferenceOperation { Instance: { } instance } => instance,
                        IArrayElementReferenceOperation array => array.ArrayReference,
                        IConversionOperation conversion => conversion.Operand,
                        IParenthesizedOperation parentheses => parentheses.Operand,
                        _ => null,
                    };
                    break;
            }
        }

        return false;
    }

    private bool IsOwnNumber(IOperation index) => index is IParameterReferenceOperation { Parameter: var parameter } && fanOut.IsOwn(parameter);

    private bool IsOutside(IOperation value) => (value is IConversionOperation conversion ? conversion.Operand : value) switch
    {
        ILocalReferenceOperation local => !fanOut.IsInside(local.Local),
        IParameterReferenceOperation parameter => !fanOut.IsInside(parameter.Parameter),
        IFieldReferenceOperation => true,
        _ => false,
    };
}
