using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Objects that a client changes while it asks: several requests at once would write over one another.</summary>
internal static class SharedArguments
{
    /// <summary>The first such object that items have in common.</summary>
    public static Blocker? Find(CallSite site, Parts parts)
    {
        if (site.CallsHelper || site.Call.Entry.ChangedArguments.IsEmpty)
        {
            return null;
        }

        var item = parts.Path.OfType<LoopNode>().LastOrDefault()?.Loop.Syntax ?? parts.Region.Syntax;
        foreach (var write in parts.CallWrites.Where(w => w.Certain && !parts.ToolWrites.Contains(w) && !IsMadeIn(w.Place, item)))
        {
            return new Blocker($"the client changes '{Describe.Name(write.Place)}' for each request, and the items share it", site.Location, write.Node.GetLocation());
        }

        return null;
    }

    private static bool IsMadeIn(Place place, SyntaxNode item) =>
        place.Root is ILocalSymbol local && Invariance.IsDeclaredIn(local, item);
}
