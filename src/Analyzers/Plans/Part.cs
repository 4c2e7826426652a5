using BatchMigrate.Analyzers.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>What a piece of an iteration is to the call.</summary>
internal enum Role
{
    /// <summary>The header of the planned loop, or of a loop inside it.</summary>
    Header,

    /// <summary>A statement before the call.</summary>
    Before,

    /// <summary>The condition of an <c>if</c> around the call.</summary>
    Condition,

    /// <summary>The other branch of an <c>if</c> around the call.</summary>
    Otherwise,

    /// <summary>The arguments that make the request.</summary>
    Request,

    /// <summary>The rest of the statement that holds the call.</summary>
    Leaf,

    /// <summary>A statement after the call.</summary>
    After,

    /// <summary>A <c>catch</c> or <c>finally</c> of a <c>try</c> around the call.</summary>
    Handler,
}

/// <summary>A piece of an iteration, with what it reads and writes.</summary>
/// <param name="operation">The piece.</param>
/// <param name="role">What it is to the call.</param>
/// <param name="level">The index of its construct on the way from the loop to the call.</param>
/// <param name="accesses">What it reads and writes.</param>
/// <param name="exits">How control can leave it.</param>
internal sealed class Part(IOperation operation, Role role, int level, IReadOnlyList<Access> accesses, Exits exits)
{
    private IReadOnlyList<ISymbol>? declared;
    private HashSet<ISymbol>? mentioned;
    private ILookup<object, Access>? byRoot;

    public IOperation Operation { get; } = operation;

    public Role Role { get; } = role;

    public int Level { get; } = level;

    public IReadOnlyList<Access> Accesses { get; } = accesses;

    public Exits Exits { get; } = exits;

    /// <summary>A statement that ends the iteration before the call: <c>if (…) { …; continue; }</c>.</summary>
    public bool IsGuard => Role == Role.Before && Exits.Continue is not null;

    /// <summary>Whether code in the piece may run later than the piece itself.</summary>
    public bool HasLambda { get; } = operation.DescendantsAndSelf().Any(static o => o is IAnonymousFunctionOperation);

    /// <summary>Whether code that may run later looks at a variable.</summary>
    public bool CapturesInLambda(ISymbol symbol) =>
        HasLambda && Operation.DescendantsAndSelf().OfType<IAnonymousFunctionOperation>().Any(lambda => lambda.DescendantsAndSelf().Any(o => Refers(o, symbol)));

    public bool DeclaresOnly => Operation is IVariableDeclarationGroupOperation;

    /// <summary>The index among the pieces of the iteration; negative for a piece of a piece.</summary>
    public int Index { get; set; } = -1;

    public IReadOnlyList<ISymbol> Declared => declared ??= [.. DeclaredIn(Operation)];

    public bool References(ISymbol symbol) => (mentioned ??= MentionedIn(Operation)).Contains(symbol);

    /// <summary>The accesses to places with a certain root: only those can touch one another.</summary>
    public IEnumerable<Access> AccessesOf(object root) => (byRoot ??= Accesses.ToLookup(static a => a.Place.Root, Place.Roots))[root];

    public static bool Refers(IOperation operation, ISymbol symbol) => operation switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, symbol),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, symbol),
        _ => false,
    };

    private static HashSet<ISymbol> MentionedIn(IOperation operation)
    {
        var mentioned = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var inner in operation.DescendantsAndSelf())
        {
            if (inner is ILocalReferenceOperation local)
            {
                mentioned.Add(local.Local);
            }
            else if (inner is IParameterReferenceOperation parameter)
            {
                mentioned.Add(parameter.Parameter);
            }
        }

        return mentioned;
    }

    public static IEnumerable<ISymbol> DeclaredIn(IOperation operation)
    {
        foreach (var inner in operation.DescendantsAndSelf())
        {
            switch (inner)
            {
                case IVariableDeclaratorOperation declarator:
                    yield return declarator.Symbol;
                    break;
                case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                    yield return symbol;
                    break;
                case IRecursivePatternOperation { DeclaredSymbol: { } symbol }:
                    yield return symbol;
                    break;
                case IListPatternOperation { DeclaredSymbol: { } symbol }:
                    yield return symbol;
                    break;
                case ILocalReferenceOperation { IsDeclaration: true } local:
                    yield return local.Local;
                    break;
                case ILoopOperation loop:
                    foreach (var local in loop.Locals)
                    {
                        yield return local;
                    }

                    break;
            }
        }
    }
}
