using BatchMigrate.Analyzers.Plans;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Writes the first half of an iteration: what runs before the call, and the request put into the list.</summary>
internal sealed class PrepareWriter(BatchPlan plan, WriterContext context, RequestWriter requests)
{
    /// <summary>Whether items are put aside where their turn begins: items without a request are kept as well, and nothing can give the variable of a <c>foreach</c> another value.</summary>
    private readonly bool pendsFirst = plan is { KeepsSkipped: true, Form: RequestForm.List, Innermost: IForEachLoopOperation }
        && plan.Path.OfType<BlockNode>().Any(b => b.Block == plan.Innermost.Body)
        && plan.Carried.All(c => plan.Innermost.Locals.Contains(c.Symbol, SymbolEqualityComparer.Default));

    /// <summary>The statements from a level of the path downwards.</summary>
    /// <param name="level">Where on the path to start.</param>
    /// <param name="indent">The indentation of the statements.</param>
    /// <param name="asLambda">Whether the statements give the request back instead of putting it into a list.</param>
    public List<CodeLine> Write(int level, string indent, bool asLambda)
    {
        if (asLambda && plan.Form == RequestForm.Selector && level == 0)
        {
            // What stands before the `try` is done by the first loop; the lambda begins inside the `try`.
            level = plan.Path.TakeWhile(static n => n is not TryNode).Count() + 1;
        }

        switch (plan.Path[level])
        {
            case BlockNode block:
                var lines = pendsFirst && block.Block == plan.Innermost.Body ? Pend(indent) : [];
                var last = -1;
                foreach (var statement in block.Before.Where(s => !plan.Sunk.Contains(s.Syntax) && s.Syntax != plan.Pacing?.Statement))
                {
                    var (at, written) = (block.Before.IndexOf(statement), Before(statement, indent, asLambda));
                    if (lines.Count > 0 && written.Count > 0 && !written[0].IsBlank && HasBlankLine(block, last + 1, at))
                    {
                        lines.Add(default);
                    }

                    lines.AddRange(written);
                    last = at;
                }

                if (lines.Count > 0 && HasBlankLine(block, last + 1, block.Before.Length + 1))
                {
                    lines.Add(default);
                }

                lines.AddRange(Write(level + 1, indent, asLambda));
                return [.. WriterContext.TrimBlank(lines)];
            case IfNode node:
                return If(node, level, indent, asLambda);
            case TryNode when plan.Form == RequestForm.Selector && !asLambda:
                return Put(indent);
            case TryNode:
                return Write(level + 1, indent, asLambda);
            case LoopNode node:
                return Above(node.Loop.Syntax, context.Block(context.HeaderOf(node.Loop, indent), Write(level + 1, indent + context.IndentStep, asLambda), indent, node.Loop.Body.Syntax), indent);
            default:
                return asLambda ? [.. context.CommentsOfCall(indent), .. context.Split($"{indent}return {requests.Messages(indent)};")] : Put(indent);
        }
    }

    /// <summary>A blank line may stand above a statement that has gone to the second half.</summary>
    private static bool HasBlankLine(BlockNode block, int from, int to) =>
        block.Block.Operations.Skip(from).Take(to - from).Any(static o => WriterContext.StartsWithBlankLine(o.Syntax));

    private List<CodeLine> Before(IOperation statement, string indent, bool asLambda)
    {
        var isGuard = plan.KeepsSkipped && statement.Syntax is IfStatementSyntax && statement.DescendantsAndSelf().Any(o => o is IBranchOperation { BranchKind: BranchKind.Continue } branch
            && SymbolEqualityComparer.Default.Equals(branch.Target, plan.Innermost.ContinueLabel));
        if (!isGuard)
        {
            return context.Slices.Node(statement.Syntax, indent);
        }

        var guard = (IfStatementSyntax)statement.Syntax;
        var inner = indent + context.IndentStep;
        var skip = Skip(inner, asLambda);
        if (!asLambda)
        {
            skip.Add(new CodeLine(inner + "continue;", false));
        }

        return Above(guard, context.Block(context.Header(guard, guard.Statement, indent), skip, indent, guard.Statement), indent);
    }

    private List<CodeLine> If(IfNode node, int level, string indent, bool asLambda)
    {
        var syntax = (IfStatementSyntax)node.If.Syntax;
        var inner = indent + context.IndentStep;
        var isElseIf = node.InElse && plan.Path[level + 1] is IfNode;
        var call = Write(level + 1, isElseIf && !asLambda ? indent : inner, asLambda);
        List<CodeLine> other = plan.KeepsSkipped ? asLambda ? [] : Skip(inner, asLambda) : node.OtherBranch is { } branch ? Branch(branch, inner) : [];
        if (asLambda)
        {
            // Only items that ask something reach a `return` inside.
            var condition = node.InElse ? $"{indent}if (!({syntax.Condition}))" : null;
            var block = condition is null ? context.Header(syntax, syntax.Statement, indent) : [new CodeLine(condition, false)];
            return [.. context.Block(block, call, indent, node.InElse ? syntax.Else!.Statement : syntax.Statement), default, new CodeLine(indent + "return null;", false)];
        }

        var (first, second) = node.InElse ? (other, call) : (call, other);
        var lines = Above(syntax, context.Block(context.Header(syntax, syntax.Statement, indent), first, indent, syntax.Statement), indent);
        if (second.Count > 0)
        {
            var body = syntax.Else?.Statement ?? syntax.Statement;
            if (isElseIf)
            {
                second[0] = second[0] with { Text = $"{indent}else {second[0].Text.TrimStart()}" };
                lines.AddRange(second);
            }
            else
            {
                lines.AddRange(context.Block([new CodeLine(indent + "else", false)], second, indent, body));
            }
        }

        return lines;
    }

    private List<CodeLine> Branch(IOperation branch, string indent) =>
        branch.Syntax is BlockSyntax block ? [.. block.Statements.SelectMany(s => context.Slices.Node(s, indent))] : context.Slices.Node(branch.Syntax, indent);

    private List<CodeLine> Skip(string indent, bool asLambda)
    {
        if (asLambda)
        {
            return [new CodeLine(indent + "return null;", false)];
        }

        return [.. pendsFirst ? [] : Pend(indent), new CodeLine($"{indent}{context.Requests}.Add(null);", false)];
    }

    private List<CodeLine> Put(string indent)
    {
        List<CodeLine> lines = pendsFirst ? [] : Pend(indent);
        if (plan.Form == RequestForm.List && !plan.AsksForPending)
        {
            lines.AddRange(context.CommentsOfCall(indent));
            lines.AddRange(context.Split($"{indent}{context.Requests}.Add({requests.Request(indent)});"));
        }

        return lines;
    }

    private List<CodeLine> Pend(string indent)
    {
        if (plan.Walk != WalkForm.Pending)
        {
            return [];
        }

        var names = string.Join(", ", plan.Carried.Select(static c => c.Identifier));
        return [new CodeLine($"{indent}{context.Pending}.Add({(plan.Carried.Length == 1 ? names : $"({names})")});", false)];
    }

    /// <summary>Puts the comments above a statement back above it.</summary>
    private List<CodeLine> Above(SyntaxNode statement, List<CodeLine> lines, string indent)
    {
        var above = context.Slices.Lines(TextSpan.FromBounds(statement.FullSpan.Start, statement.SpanStart), context.Slices.IndentAt(statement.SpanStart), indent);
        above.RemoveAt(above.Count - 1);
        return [.. above, .. lines];
    }
}
