using System.Collections.Immutable;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>The loops that walk the items, in all directions and steps, and nests of them.</summary>
/// <param name="Scope">The item, as the body sees it.</param>
/// <param name="Around">Puts the loop around a body.</param>
internal sealed record Loop(Scope Scope, Func<ImmutableArray<Node>, ImmutableArray<Node>> Around)
{
    public static Loop Of(Draft draft)
    {
        var dice = draft.Dice;
        var form = dice.Below(20);
        switch (form)
        {
            case 0 or 1:
                return Simple(new Scope("items[i]", "i"), "for (var i = 0; i < items.Count; i++)");
            case 2:
                return Simple(new Scope("items[i]", "i"), "for (var i = items.Count - 1; i >= 0; i--)");
            case 3:
                return Simple(new Scope("items[i]", "i"), "for (var i = 0; i < items.Count; i += 2)");
            case 4 or 5:
                return Simple(new Scope("item", "i"), dice.Pick("for (var i = 0; i < items.Count; i++)", "for (var i = items.Count - 1; i >= 0; i -= 2)"), "var item = items[i];");
            case 6:
                return Simple(new Scope("item"), $"foreach (var item in items.{dice.Pick("Where(x => x.Text.Length > 2)", "OrderBy(x => x.Text)", "Skip(1)", "Reverse()", "Take(4)", "ToList()", "ToArray()")})");
            case 7:
                draft.Locals.Add("var byId = items.ToDictionary(x => x.Id);");
                return dice.Chance(50) ? Simple(new Scope("item"), "foreach (var (_, item) in byId)") : Simple(new Scope("entry.Value"), "foreach (var entry in byId)");
            case 8:
                return Simple(new Scope("items[n]", "n"), "foreach (var n in Enumerable.Range(0, items.Count))");
            case 9:
                return Simple(new Scope("item", "at"), "foreach (var (at, item) in items.Index())");
            case 10 or 11:
                draft.NeedsGroups = draft.IsNest = true;
                var outer = Outer(draft);
                return dice.Chance(70)
                    ? new Loop(new Scope("item"), body => [new Nest("foreach (var group in groups)", [.. outer, new Nest("foreach (var item in group.Items)", body)])])
                    : new Loop(new Scope("group.Items[n]"), body => [new Nest("foreach (var group in groups)", [.. outer, new Nest("for (var n = 0; n < group.Items.Count; n++)", body)])]);
            case 12:
                draft.IsNest = draft.IsIndexed = true;
                draft.Locals.Add("var groups = items.Chunk(2).ToList();");
                return new Loop(new Scope("groups[g][k]"), body => [new Nest("for (var g = 0; g < groups.Count; g++)", [new Nest("for (var k = 0; k < groups[g].Length; k++)", body)])]);
            case 13:
                return Simple(new Scope("item"), "foreach (Item item in items)");
            default:
                return Simple(new Scope("item"), "foreach (var item in items)");
        }
    }

    private static ImmutableArray<Node> Outer(Draft draft) => draft.Dice.Below(4) switch
    {
        0 => ["Console.WriteLine($\"group {group.Number}\");"],
        1 => [new Nest("if (group.Number > 50)", ["continue;"])],
        _ => [],
    };

    private static Loop Simple(Scope scope, string head, params ImmutableArray<Node> first) => new(scope, body => [new Nest(head, [.. first, .. body])]);
}
