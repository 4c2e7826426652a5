using BatchMigrate.Analyzers.Plans;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Writes the second half of an iteration: the user's own statements, with the answer in the place of the call.</summary>
internal sealed class ConsumeWriter(BatchPlan plan, WriterContext context)
{
    public List<CodeLine> Write(string header, string indent)
    {
        var inner = indent + context.IndentStep;
        var statements = Level(0, inner);
        return context.Block([.. context.Split(indent + header)], [.. WriterContext.TrimBlank(statements)], indent, plan.Loop.Body.Syntax, withNotes: false);
    }

    private List<CodeLine> Level(int level, string indent)
    {
        switch (plan.Path[level])
        {
            case BlockNode block:
                return [.. block.Before.Where(KeepsBefore).SelectMany(s => context.Slices.Node(s.Syntax, indent)),
                    .. Level(level + 1, indent),
                    .. block.After.Where(s => s.Syntax != plan.Pacing?.Statement).SelectMany(s => context.Slices.Node(s.Syntax, indent)),
                    .. block.Block.Syntax is BlockSyntax syntax ? context.CommentsAtEnd(syntax, indent) : []];
            case LeafNode leaf when plan.WritesInChunks:
                // Nothing is left of the call: what failed has thrown.
                return [.. leaf.Statement.Syntax.GetLeadingTrivia().Where(Layout.IsComment).Select(t => new CodeLine(indent + t, false))];
            case LeafNode leaf when leaf.Statement.Syntax == context.NamedResult:
                return [];
            case IfNode when !plan.KeepsSkipped:
            case LoopNode:
                return Level(level + 1, indent);
            case var node:
                return context.Slices.Node(node.Operation.Syntax, indent, Edits(level));
        }
    }

    /// <summary>The edits inside a statement that stays whole: what went to the first half is taken out, the call becomes the answer.</summary>
    private IEnumerable<SliceEdit> Edits(int level)
    {
        for (var i = level; i < plan.Path.Length; i++)
        {
            switch (plan.Path[i])
            {
                case BlockNode block:
                    foreach (var edit in RemoveBefore(block))
                    {
                        yield return edit;
                    }

                    break;
                case IfNode node when !plan.KeepsSkipped && i > level:
                    var indent = context.Slices.IndentAt(node.If.Syntax.SpanStart);
                    var lines = Level(i + 1, indent);
                    lines[0] = lines[0] with { Text = lines[0].Text.TrimStart() };
                    yield return new SliceEdit(node.If.Syntax.Span, lines);
                    yield break;
            }
        }

        if (plan.Site.Reader is { } reader)
        {
            // The results are all there.
            yield return SliceEdit.Remove(TextSpan.FromBounds(reader.AwaitKeyword.SpanStart, reader.ForEachKeyword.SpanStart));
        }

        yield return AnswerEdit();
    }

    private IEnumerable<SliceEdit> RemoveBefore(BlockNode block)
    {
        var keptOne = false;
        foreach (var statement in block.Before)
        {
            if (KeepsBefore(statement))
            {
                keptOne = true;
            }
            else
            {
                yield return SliceEdit.Remove(statement.Syntax.FullSpan);
            }
        }

        var held = block.Block.Operations[block.Before.Length].Syntax;
        var leading = held.GetLeadingTrivia();
        if (block.Before.Length > 0 && !keptOne && leading.Count > 0 && leading[0].IsKind(SyntaxKind.EndOfLineTrivia))
        {
            yield return SliceEdit.Remove(leading[0].FullSpan);
        }

        foreach (var statement in block.After.Where(s => s.Syntax == plan.Pacing?.Statement))
        {
            yield return SliceEdit.Remove(statement.Syntax.FullSpan);
        }
    }

    private bool KeepsBefore(IOperation statement) =>
        plan.Sunk.Contains(statement.Syntax)
        || (plan.KeepsSkipped && statement.Syntax != plan.Pacing?.Statement && statement.DescendantsAndSelf().Any(o => o is IBranchOperation { BranchKind: BranchKind.Continue } branch
            && SymbolEqualityComparer.Default.Equals(branch.Target, plan.Innermost.ContinueLabel)));

    private SliceEdit AnswerEdit()
    {
        var replaced = plan.Site.Replaced.Syntax;
        if (replaced.Parent is ParenthesizedExpressionSyntax parentheses)
        {
            replaced = parentheses;
        }

        // An expression statement keeps what matters of the call: its exception.
        var text = replaced.Parent is ExpressionStatementSyntax ? $"_ = {context.Answer}" : context.Answer;
        return SliceEdit.Replace(replaced.Span, text);
    }
}
