using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Writes the batch that takes the place of a fan-out over a method's name.</summary>
internal static class MethodGroupWriter
{
    /// <summary>The change of text.</summary>
    public static TextChange Write(MethodGroupPlan plan, SyntaxNode root, SourceText text)
    {
        var group = plan.Group;
        var layout = new Layout(group.Join.Syntax, null, new SourceSlices(root, text));
        var indent = layout.Slices.IndentAt(group.Join.Syntax.SpanStart);
        var source = layout.Slices.Expression(group.Source.Syntax, indent, layout.LineBreak);
        var method = (ExpressionSyntax)group.Reference.Syntax;
        var written = layout.Slices.Expression(method, indent, layout.LineBreak);
        var call = plan.Helper switch
        {
            SiblingForm { Name: var name } => $"{Renamed(method, written, name)}({source})",
            SplitForm { Name: var name } => $"{Renamed(method, written, name)}({source})",
            _ => RunEach(plan, layout, source, written, indent),
        };
        var join = Hoisting.Outermost(group.Join.Syntax);
        var end = Siblings.ResultOf(group.Method) is null ? ".ThrowIfFailed()" : ".GetResponses()";
        return new TextChange(join.Span, $"(await {call}{Configured(group.Join.Syntax)}){end}");
    }

    private static string RunEach(MethodGroupPlan plan, Layout layout, string source, string written, string indent)
    {
        var item = Identifiers.Write(plan.Group.Method.Parameters[0].Name);
        var task = plan.Group.Method.ReturnType.Name == "ValueTask" ? ".AsTask()" : string.Empty;
        return layout.Arguments($"global::{CallCatalog.BatchType}.RunAsync", [source, $"({item}, _) => {written}({item}){task}"], indent);
    }

    private static string Renamed(ExpressionSyntax method, string written, string name)
    {
        var old = method is MemberAccessExpressionSyntax access ? access.Name : (SimpleNameSyntax)method;
        var rest = old is GenericNameSyntax generic ? generic.TypeArgumentList.ToString() : string.Empty;
        return written.Substring(0, written.Length - old.Span.Length) + name + rest;
    }

    private static string Configured(SyntaxNode join) =>
        join is AwaitExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" }, ArgumentList: { } list } } ? $".ConfigureAwait{list}" : string.Empty;
}
