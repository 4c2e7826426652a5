using System.Collections.Immutable;
using System.Text;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>
/// A piece of a program. The tree knows just enough of the language to be printed and to be made smaller: what a smaller tree means, and whether it compiles, is asked of the compiler.
/// </summary>
internal abstract record Node
{
    /// <summary>Whether the program's claim rests on this piece: the shrinker leaves it in.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether the claim rests on this piece or on one inside it.</summary>
    public abstract bool HoldsKept { get; }

    /// <summary>Writes the piece.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="depth">How deep it is indented.</param>
    public abstract void Print(StringBuilder text, int depth);

    /// <summary>What may stand in this piece's place, each a little smaller; the boldest first.</summary>
    public abstract IEnumerable<ImmutableArray<Node>> Smaller();

    /// <summary>All sequences that are one step smaller than this one; the boldest first.</summary>
    public static IEnumerable<ImmutableArray<Node>> Smaller(ImmutableArray<Node> nodes)
    {
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            if (!nodes[i].HoldsKept)
            {
                yield return nodes.RemoveAt(i);
            }
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            foreach (var smaller in nodes[i].Smaller())
            {
                yield return [.. nodes[..i], .. smaller, .. nodes[(i + 1)..]];
            }
        }
    }

    /// <summary>The text of a sequence.</summary>
    public static string Print(ImmutableArray<Node> nodes, int depth = 0)
    {
        var text = new StringBuilder();
        foreach (var node in nodes)
        {
            node.Print(text, depth);
        }

        return text.ToString();
    }

    public static implicit operator Node(string line) => new Leaf(line);

    private protected static void Line(StringBuilder text, int depth, string line) => text.Append(' ', line.Length == 0 || line[0] == '#' ? 0 : depth * 4).Append(line).Append('\n');
}

/// <summary>One line: a statement, a field, a directive.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Simpler">Other texts of the same meaning to the program's claim, but simpler.</param>
internal sealed record Leaf(string Text, params ImmutableArray<string> Simpler) : Node
{
    public override bool HoldsKept => IsKept;

    public override void Print(StringBuilder text, int depth) => Line(text, depth, Text);

    public override IEnumerable<ImmutableArray<Node>> Smaller() => Simpler.IsDefault ? [] : Simpler.Select((s, i) => ImmutableArray.Create<Node>(this with { Text = s, Simpler = Simpler[(i + 1)..] }));
}

/// <summary>A head with a block behind it: a loop, a method, a lambda that is an argument.</summary>
/// <param name="Head">The line before the block.</param>
/// <param name="Body">What stands in the block.</param>
/// <param name="Foot">What follows the closing brace.</param>
internal sealed record Nest(string Head, ImmutableArray<Node> Body, string Foot = "") : Node
{
    public override bool HoldsKept => IsKept || Body.Any(static n => n.HoldsKept);

    public override void Print(StringBuilder text, int depth)
    {
        Line(text, depth, Head);
        Line(text, depth, "{");
        foreach (var node in Body)
        {
            node.Print(text, depth + 1);
        }

        Line(text, depth, "}" + Foot);
    }

    public override IEnumerable<ImmutableArray<Node>> Smaller()
    {
        if (!IsKept)
        {
            yield return Body;
        }

        foreach (var body in Smaller(Body))
        {
            yield return [this with { Body = body }];
        }
    }
}

/// <summary>Blocks that belong together: <c>if</c> and <c>else</c>, <c>try</c> and what follows it.</summary>
/// <param name="Links">The blocks.</param>
internal sealed record Chain(params ImmutableArray<Nest> Links) : Node
{
    public override bool HoldsKept => IsKept || Links.Any(static n => n.HoldsKept);

    public override void Print(StringBuilder text, int depth)
    {
        foreach (var link in Links)
        {
            link.Print(text, depth);
        }
    }

    public override IEnumerable<ImmutableArray<Node>> Smaller()
    {
        if (!IsKept && !Links.Skip(1).Any(static l => l.HoldsKept))
        {
            yield return Links[0].Body;
        }

        for (var i = 1; i < Links.Length; i++)
        {
            if (!Links[i].HoldsKept)
            {
                yield return [this with { Links = Links.RemoveAt(i) }];
            }
        }

        for (var i = 0; i < Links.Length; i++)
        {
            foreach (var body in Smaller(Links[i].Body))
            {
                yield return [this with { Links = Links.SetItem(i, Links[i] with { Body = body }) }];
            }
        }
    }
}
