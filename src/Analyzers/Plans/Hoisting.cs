using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Where the batch of a fan-out gets a line of its own.</summary>
internal static class Hoisting
{
    /// <summary>The statement that the batch stands before, or takes the place of; null where it has to stand within an expression.</summary>
    public static SyntaxNode? Find(FanOut fanOut, Chunks? chunks)
    {
        if (fanOut.Loop is { } loop)
        {
            return loop.Syntax.Parent is BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax ? loop.Syntax : null;
        }

        if (fanOut.Tasks is { } tasks && (fanOut.StartsEarly || fanOut.Join is null))
        {
            return tasks.Declaration;
        }

        return chunks is not null ? chunks.Loop.Syntax
            : fanOut.Join is { } join && Outermost(join.Syntax) is var whole && whole.FirstAncestorOrSelf<StatementSyntax>() is { } statement && IsFirst(whole, statement) ? statement
            : null;
    }

    /// <summary>An expression with the parentheses around it.</summary>
    public static ExpressionSyntax Outermost(SyntaxNode expression) =>
        expression.Parent is ParenthesizedExpressionSyntax parentheses ? parentheses : (ExpressionSyntax)expression;

    /// <summary>Whether nothing of a statement is evaluated before the join, so that the batch may stand in a line of its own above it.</summary>
    private static bool IsFirst(SyntaxNode join, StatementSyntax statement)
    {
        if (statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax))
        {
            return false;
        }

        for (var (child, parent) = (join, join.Parent!); child != statement; (child, parent) = (parent, parent.Parent!))
        {
            var isFirst = parent switch
            {
                EqualsValueClauseSyntax or ReturnStatementSyntax or ExpressionStatementSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax or ArgumentSyntax => true,
                VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables: var variables } } => variables[0] == parent,
                VariableDeclarationSyntax or LocalDeclarationStatementSyntax => true,
                AssignmentExpressionSyntax assignment => assignment.Right == child && IsPlain(assignment.Left),
                MemberAccessExpressionSyntax access => access.Expression == child,
                InvocationExpressionSyntax call => call.Expression == child || IsPlain(call.Expression),
                ArgumentListSyntax arguments => arguments.Arguments[0] == child,
                ForEachStatementSyntax loop => loop.Expression == child,
                ElementAccessExpressionSyntax element => element.Expression == child,
                IfStatementSyntax @if => @if.Condition == child && @if.Parent is not ElseClauseSyntax,
                BinaryExpressionSyntax binary => binary.Left == child,
                _ => false,
            };
            if (!isFirst)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A name, or a member of one: evaluating it earlier or later gives the same.</summary>
    private static bool IsPlain(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsPlain(access.Expression),
        _ => false,
    };
}
