using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>A change of the text of one file.</summary>
internal sealed record CodeChange(SyntaxTree Tree, TextChange Change);

/// <summary>What the writers of one rewrite share: the solution's code as it was, and what has been written already.</summary>
internal sealed class RewriteSession(Compilation compilation)
{
    public Compilation Compilation { get; } = compilation;

    /// <summary>Names given so far.</summary>
    public NameAllocator Names { get; } = new();

    /// <summary>The changes that execute a plan; empty where an earlier plan of the session stands in the way.</summary>
    public IReadOnlyList<CodeChange> Write(Plan plan)
    {
        var tree = plan.Region.SyntaxTree;
        var (root, text, model) = (tree.GetRoot(), tree.GetText(), Compilation.GetSemanticModel(tree));
        return plan switch
        {
            BatchPlan loop => [new CodeChange(tree, LoopWriter.Write(loop, root, text, model, Names))],
            FanOutPlan fanOut => [.. FanOutWriter.Write(fanOut, root, text, Names).Select(c => new CodeChange(tree, c))],
            _ => [],
        };
    }
}
