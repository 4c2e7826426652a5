using System.Collections.Immutable;
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

    private readonly Dictionary<IMethodSymbol, ImmutableArray<IParameterSymbol>> added = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];

    /// <summary>Names given so far.</summary>
    public NameAllocator Names { get; } = new();

    /// <summary>The changes that execute a plan.</summary>
    public IReadOnlyList<CodeChange> Write(Plan plan)
    {
        var tree = plan.Region.SyntaxTree;
        var (root, text, model) = (tree.GetRoot(), tree.GetText(), ModelOf(tree));
        if (plan.Helper is SplitForm wanted && added.TryGetValue(wanted.Helper.Method, out var varying) && !Enumerable.SequenceEqual(varying, wanted.Varying, SymbolEqualityComparer.Default))
        {
            // Another loop lets other parameters vary: this one is looked at again when the method for many is there.
            return [];
        }

        return plan switch
        {
            BatchPlan loop => [new CodeChange(tree, LoopWriter.Write(loop, root, text, model, Names)), .. Add(plan)],
            RowPlan row => [new CodeChange(tree, RowWriter.Write(row, root, text, Names))],
            MethodGroupPlan group => [new CodeChange(tree, MethodGroupWriter.Write(group, root, text)), .. Add(plan)],
            GatherPlan gather => [.. new GatherWriter(gather, root, text, model, Names).Write().Select(c => new CodeChange(tree, c)), .. Add(plan)],
            FanOutPlan fanOut => [.. FanOutWriter.Write(fanOut, root, text, model, Names).Select(c => new CodeChange(tree, c)), .. Add(plan)],
            _ => [],
        };
    }

    /// <summary>All plans of a file share what is bound for one of them.</summary>
    private SemanticModel ModelOf(SyntaxTree tree) => models.TryGetValue(tree, out var model) ? model : models[tree] = Compilation.GetSemanticModel(tree);

    /// <summary>Remembers what an executed plan has added.</summary>
    public void Accept(Plan plan)
    {
        if (plan.Helper is SplitForm form)
        {
            added[form.Helper.Method] = form.Varying;
        }
    }

    /// <summary>A method for many items is added once, for whoever needs it first.</summary>
    private IEnumerable<CodeChange> Add(Plan plan)
    {
        if (plan.Helper is not SplitForm form || added.ContainsKey(form.Helper.Method))
        {
            return [];
        }

        var tree = form.Helper.Operation.Syntax.SyntaxTree;
        return [new CodeChange(tree, HelperWriter.Write(form, tree.GetRoot(), tree.GetText()))];
    }
}
