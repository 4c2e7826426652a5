using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Rewrites uses of kept tasks into uses of the batch's items.</summary>
internal sealed class TaskUseWriter(TaskLocal tasks, SemanticModel model)
{
    public void Write(string batch, List<TextChange> changes)
    {
        foreach (var use in tasks.Uses)
        {
            switch (use.Kind)
            {
                case TaskUseKind.Collection:
                    changes.Add(new TextChange(use.Node.Span, batch));
                    break;
                case TaskUseKind.Length:
                    changes.Add(new TextChange(((MemberAccessExpressionSyntax)use.Node).Name.Span, "Count"));
                    break;
                default:
                    var whole = use.Node.Parent is ParenthesizedExpressionSyntax parentheses && use.Node is AwaitExpressionSyntax ? parentheses : use.Node;
                    changes.Add(new TextChange(TextSpan.FromBounds(whole.SpanStart, use.Task.SpanStart), string.Empty));
                    changes.Add(new TextChange(TextSpan.FromBounds(use.Task.Span.End, whole.Span.End), use.Kind == TaskUseKind.Succeeded ? ".Succeeded" : ".Response"));
                    break;
            }
        }

        foreach (var symbol in tasks.TaskNames)
        {
            Rename(symbol, changes);
        }

        changes.RemoveAll(static c => c.Span.IsEmpty && c.NewText!.Length == 0);
    }

    /// <summary>What was a task is now an item.</summary>
    private void Rename(ISymbol symbol, List<TextChange> changes)
    {
        var declared = symbol.DeclaringSyntaxReferences[0].GetSyntax();
        var scope = declared.AncestorsAndSelf().First(static n => n is LambdaExpressionSyntax or CommonForEachStatementSyntax);
        var name = NameAllocator.ForLoop(scope, model, "item");
        foreach (var token in scope.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == symbol.Name))
        {
            if (token.Parent == declared || token.Parent is IdentifierNameSyntax mention && !(mention.Parent is MemberAccessExpressionSyntax access && access.Name == mention))
            {
                changes.Add(new TextChange(token.Span, name));
            }
        }
    }
}
