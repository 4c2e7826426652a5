using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Dependence;

/// <summary>A root that is not a symbol.</summary>
internal enum World
{
    /// <summary>The instance that the code runs in.</summary>
    This,

    /// <summary>The console's output.</summary>
    Console,

    /// <summary>Logs, traces and diagnostics.</summary>
    Log,

    /// <summary>The clock.</summary>
    Clock,

    /// <summary>Random numbers.</summary>
    Random,

    /// <summary>Files and directories.</summary>
    Files,

    /// <summary>What callbacks of the caller may share with one another.</summary>
    Callbacks,

    /// <summary>A reader of answers as they come: what an iterator yields to.</summary>
    Reader,
}

/// <summary>A step of a path that is not a member.</summary>
internal enum Step
{
    /// <summary>Any element of a collection, or the state of an object that is not of source.</summary>
    Any,

    /// <summary>The element that belongs to this iteration of the loop: another iteration has another one.</summary>
    Own,

    /// <summary>The element that this iteration's object was handed over as: to give the collection other elements does not change the object.</summary>
    Kept,

    /// <summary>How many elements there are.</summary>
    Size,

    /// <summary>Whatever can be reached from here.</summary>
    Reach,
}

/// <summary>A place in memory or in the world: a root, and the way from it.</summary>
internal readonly struct Place(object root, ImmutableArray<object> path) : IEquatable<Place>
{
    private const int LongestPath = 6;

    public Place(object root)
        : this(root, [])
    {
    }

    /// <summary>A symbol, a <see cref="World"/>, or the loop whose source has no other name.</summary>
    public object Root { get; } = root;

    public ImmutableArray<object> Path { get; } = path;

    public Place Then(object step) => Path.Length switch
    {
        > 0 when Path[Path.Length - 1] is Step.Reach => this,
        >= LongestPath => new Place(Root, Path.Add(Step.Reach)),
        _ => new Place(Root, Path.Add(step)),
    };

    public Place Then(ImmutableArray<object> steps) => steps.Aggregate(this, static (place, step) => place.Then(step));

    public bool EndsInReach => Path.Length > 0 && Path[Path.Length - 1] is Step.Reach;

    /// <summary>The same place seen from where iterations do not tell elements apart.</summary>
    public Place WithoutOwn() => Path.Contains(Step.Own) || Path.Contains(Step.Kept) ? new Place(Root, [.. Path.Select(static s => IsOwn(s) ? Step.Any : s)]) : this;

    public bool Equals(Place other)
    {
        if (Path.Length != other.Path.Length || !SameRoot(Root, other.Root))
        {
            return false;
        }

        for (var i = 0; i < Path.Length; i++)
        {
            if (!SameStep(Path[i], other.Path[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is Place other && Equals(other);

    public override int GetHashCode() => Path.Length * 31 + (Root is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : Root.GetHashCode());

    public static bool SameRoot(object a, object b) => a is ISymbol x && b is ISymbol y ? SymbolEqualityComparer.Default.Equals(x, y) : Equals(a, b);

    private static bool SameStep(object a, object b) => SameRoot(a, b);

    /// <summary>Tells roots apart: places with different ones never overlap.</summary>
    public static IEqualityComparer<object> Roots { get; } = new RootComparer();

    private sealed class RootComparer : IEqualityComparer<object>
    {
        bool IEqualityComparer<object>.Equals(object a, object b) => SameRoot(a, b);

        int IEqualityComparer<object>.GetHashCode(object root) => root is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : root.GetHashCode();
    }

    /// <summary>Whether writing <paramref name="written"/> touches what an access to <paramref name="accessed"/> sees.</summary>
    /// <param name="written">The place that is written.</param>
    /// <param name="accessed">The place that is read or written.</param>
    /// <param name="sameIteration">Whether both belong to one iteration of the loop.</param>
    public static bool Overlap(Place written, Place accessed, bool sameIteration)
    {
        if (!SameRoot(written.Root, accessed.Root))
        {
            return false;
        }

        var common = Math.Min(written.Path.Length, accessed.Path.Length);
        for (var i = 0; i < common; i++)
        {
            object a = written.Path[i], b = accessed.Path[i];
            if (a is Step.Reach || b is Step.Reach)
            {
                return true;
            }

            if (b is Step.Kept && i == written.Path.Length - 1)
            {
                // Another element in the collection: the object that was put into it stays what it is.
                return false;
            }

            if ((a is Step.Size && IsOwn(b)) || (IsOwn(a) && b is Step.Size))
            {
                // Giving an element another value does not change how many there are.
                return false;
            }

            if (IsOwn(a) && IsOwn(b))
            {
                // Two items are taken to be two objects; what hangs below them (one parent, one session) may be shared.
                if (!sameIteration && Math.Min(written.Depth, accessed.Depth) - i <= 2)
                {
                    return false;
                }
            }
            else if (a is ISymbol && b is ISymbol && !SameStep(a, b))
            {
                // Two members of an item may hold one object, if they are of one kind: both ends of an edge, a parent and a previous one.
                var goesOn = i < written.Path.Length - 1 && i < accessed.Path.Length - 1 && i > 0 && written.Path[i - 1] is Step.Own or Step.Kept or Step.Any;
                if (!goesOn || !TypeFacts.AreOfOneKind((ISymbol)a, (ISymbol)b))
                {
                    return false;
                }
            }
        }

        return written.Path.Length <= accessed.Path.Length;
    }

    private static bool IsOwn(object step) => step is Step.Own or Step.Kept;

    private int Depth => EndsInReach ? int.MaxValue : Path.Length;
}
