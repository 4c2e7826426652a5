using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Writes the call of a method for many items in the place of the one for one.</summary>
internal sealed class HelperCallWriter(CallSite site, HelperForm form, Layout layout)
{
    private readonly InvocationExpressionSyntax invocation = (InvocationExpressionSyntax)site.Invocation.Syntax;

    /// <summary>The type of what is collected for an item.</summary>
    public string ElementType
    {
        get
        {
            var types = form.Varying.Select(v => (v.Name, Type: TypeNames.Of(TypeOf(site.Invocation.TargetMethod.Parameters[v.Ordinal])))).ToList();
            return types.Count == 1 ? types[0].Type : "(" + string.Join(", ", types.Select(static t => $"{t.Type} {Identifiers.Write(t.Name)}")) + ")";
        }
    }

    public string ListName => ListNames.Of(site, form);

    /// <summary>The type of what an argument asks for.</summary>
    private ITypeSymbol TypeOf(IParameterSymbol parameter) =>
        site.Call.Bulk is { TakesLists: true } bulk && parameter.Ordinal == bulk.One.Ordinal ? ((INamedTypeSymbol)parameter.Type).TypeArguments[0] : parameter.Type;

    /// <summary>What is collected for an item: the arguments that vary.</summary>
    public string Arguments(string indent)
    {
        var given = form.Varying.Select(v => layout.Slices.Expression(Written(v), indent, layout.LineBreak)).ToList();
        return given.Count == 1 ? given[0] : "(" + string.Join(", ", given) + ")";
    }

    /// <summary>The call for many, without its await: the single call with another name, and a list in the place of what varies.</summary>
    /// <param name="items">The list.</param>
    /// <param name="indent">The indentation of the statement.</param>
    public string BatchCall(string items, string indent)
    {
        var (name, list) = form switch
        {
            SiblingForm sibling => (sibling.Name, sibling.ListName),
            SplitForm split => (split.Name, ListName),
            BulkForm bulk => (site.Call.Method.Name, bulk.ListName),
            _ => throw new InvalidOperationException("There is no method for many items."),
        };
        var edits = new List<SliceEdit> { SliceEdit.Replace(NameOf(invocation.Expression).Identifier.Span, name) };
        for (var i = 0; i < form.Varying.Length; i++)
        {
            var written = site.ArgumentSyntax(form.Varying[i]) ?? Written(form.Varying[i]);
            if (written.Parent is not ArgumentSyntax argument || argument.Parent != invocation.ArgumentList)
            {
                // The receiver of an extension method.
                edits.Add(SliceEdit.Replace(written.Span, items));
            }
            else if (i == 0)
            {
                edits.Add(SliceEdit.Replace(argument.Span, argument.NameColon is null ? items : $"{list}: {items}"));
            }
            else
            {
                edits.Add(SliceEdit.Remove(WithComma(argument)));
            }
        }

        return layout.Slices.Expression(invocation, indent, layout.LineBreak, edits);
    }

    /// <summary>The lambda that calls the method for one item.</summary>
    /// <param name="item">The name of the item, where it is the loop's own; null where it is what was collected.</param>
    /// <param name="token">The name of the token.</param>
    /// <param name="indent">The indentation of the statement.</param>
    public string Lambda(string? item, string token, string indent)
    {
        var edits = new List<SliceEdit>();
        var name = item ?? (form.Varying.Length == 1 ? Identifiers.Write(ListNames.OneOf(site, form.Varying[0])) : "input");
        if (item is null)
        {
            edits.AddRange(form.Varying.Select(v => SliceEdit.Replace(Written(v).Span, form.Varying.Length == 1 ? name : $"{name}.{Identifiers.Write(v.Name)}")));
        }

        if (site.ArgumentSyntax(site.Call.Token) is { } old)
        {
            edits.Add(SliceEdit.Replace(old.Span, token));
        }
        else if (site.Call.Token is { } parameter)
        {
            edits.Add(SliceEdit.Replace(new TextSpan(invocation.ArgumentList.CloseParenToken.SpanStart, 0), $"{(invocation.ArgumentList.Arguments.Count > 0 ? ", " : string.Empty)}{parameter.Name}: {token}"));
        }

        var whole = (InvocationExpressionSyntax)site.Whole.Syntax;
        if (whole != invocation && site.Consumption?.Token is { } last)
        {
            edits.Add(SliceEdit.Replace(last.Syntax.Span, token));
        }

        var text = layout.Slices.Expression(whole, indent, layout.LineBreak, edits);
        return $"({name}, {(site.Call.Token is null ? "_" : token)}) => {text}{(site.Whole.TargetMethod.ReturnType.Name == "ValueTask" ? ".AsTask()" : string.Empty)}";
    }

    /// <summary>What is asked for an item, as it is written.</summary>
    private ExpressionSyntax Written(IParameterSymbol parameter)
    {
        var argument = site.Invocation.Arguments.First(a => a.Parameter?.Ordinal == parameter.Ordinal);
        return site.AskedBy(argument) is var asked && asked != argument.Value ? (ExpressionSyntax)asked.Syntax : site.ArgumentSyntax(parameter) ?? (ExpressionSyntax)argument.Value.Syntax;
    }

    private static SimpleNameSyntax NameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => (SimpleNameSyntax)expression,
    };

    private static TextSpan WithComma(ArgumentSyntax argument)
    {
        var (before, after) = (argument.GetFirstToken().GetPreviousToken(), argument.GetLastToken().GetNextToken());
        return before.IsKind(SyntaxKind.CommaToken) ? TextSpan.FromBounds(before.SpanStart, argument.Span.End) : TextSpan.FromBounds(argument.SpanStart, after.GetNextToken().SpanStart);
    }
}
