using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Writes what the client's method for many takes.</summary>
internal sealed class ListCallWriter(CallSite site, ListForm form, Layout layout)
{
    public string Method => form.Many.Name;

    public string ElementType => TypeNames.Of(form.Element ?? site.Invocation.TargetMethod.Parameters[form.Varying[0].Ordinal].Type);

    /// <summary>The name of one of what varies, where the loop has none.</summary>
    public string Variable => Identifiers.Write(ListNames.OneOf(site, form.Varying[0]));

    /// <summary>One request.</summary>
    /// <param name="indent">The indentation of the statement.</param>
    /// <param name="ofSource">Whether what varies is the element of the source, by the name of <see cref="Variable"/>.</param>
    public string Request(string indent, bool ofSource = false) => form.Element is not null
        ? $"new {ElementType} {Initializer(0, form.Members, indent, ofSource)}"
        : Text(site.ArgumentSyntax(form.Varying[0])!, indent, ofSource);

    /// <summary>The arguments of the method for many.</summary>
    public List<string> Arguments(string list, string indent)
    {
        var arguments = new List<string>();
        var isNamed = false;
        foreach (var parameter in form.Many.Parameters)
        {
            var written = site.ArgumentSyntax(site.Call.Method.Parameters.FirstOrDefault(p => p.Name == parameter.Name));
            var text = parameter.Name == form.Call.List ? list : written is null ? null : layout.Slices.Expression(written, indent, layout.LineBreak);

            // What stands behind an argument that is left out, and what the user has named, has a name.
            isNamed |= text is null || written?.Parent is ArgumentSyntax { NameColon: not null };
            if (text is not null)
            {
                arguments.Add(isNamed ? $"{parameter.Name}: {text}" : text);
            }
        }

        return arguments;
    }

    /// <summary>The members below a step of their paths; those that share a step are written together.</summary>
    private string Initializer(int depth, IEnumerable<ObjectMember> members, string indent, bool ofSource)
    {
        var written = members.GroupBy(m => m.Text ?? m.Path[depth]).Select(group => group.First() switch
        {
            { Text: { } text } => text,
            var one when one.Path.Length == depth + 1 => $"{group.Key} = {Value(one, indent, ofSource)}",
            _ => $"{group.Key} = new() {Initializer(depth + 1, group, indent, ofSource)}",
        });
        return $"{{ {string.Join(", ", written)} }}";
    }

    private string Value(ObjectMember member, string indent, bool ofSource)
    {
        var text = Text(member.Value!, indent, ofSource);
        var isOperand = text == Variable || member.Value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax;
        return member.Form switch
        {
            MemberForm.Added => $"{{ {text} }}",
            MemberForm.AddedFromMemory => $"{{ {(isOperand ? text : $"({text})")}.ToArray() }}",
            _ => text,
        };
    }

    private string Text(ExpressionSyntax value, string indent, bool ofSource) =>
        ofSource && form.Varying.Any(v => site.ArgumentSyntax(v) == value) ? Variable : layout.Slices.Expression(value, indent, layout.LineBreak);
}
