using BatchMigrate.Analyzers.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Words for what stands in the way.</summary>
internal static class Describe
{
    public static Blocker Conflict(Conflict conflict)
    {
        var (before, after) = (conflict.Prepare, conflict.Consume);
        if (conflict.IsFeedback)
        {
            var reason = after.Certain
                ? $"'{Name(after.Place)}' is changed on line {Line(after)} after the call and needed on line {Line(before)} before the next one"
                : $"'{Text(after.Node)}' on line {Line(after)} may change '{Name(before.Place)}', which line {Line(before)} needs before the next call";
            return new Blocker(reason, after.Node.GetLocation(), before.Node.GetLocation());
        }

        var overtaking = before.Certain
            ? $"'{Name(before.Place)}' is changed on line {Line(before)} before the call and used on line {Line(after)} when later items have already changed it again"
            : $"'{Text(before.Node)}' on line {Line(before)} may change '{Name(after.Place)}', which line {Line(after)} uses later";
        return new Blocker(overtaking, before.Node.GetLocation(), after.Node.GetLocation());
    }

    public static string Name(Place place) => place.Root switch
    {
        World.This => string.Join(".", place.Path.OfType<ISymbol>().Select(static s => s.Name)) is { Length: > 0 } members ? members : "this",
        World.Console => "the console",
        World.Log => "the log",
        World.Clock => "the clock",
        World.Random => "the random numbers",
        World.Files => "the file system",
        World.Callbacks => "what other callbacks need",
        World.Reader => "the iterator's reader",
        ISymbol symbol => string.Join(".", new[] { symbol.Name }.Concat(place.Path.OfType<ISymbol>().Select(static s => s.Name))),
        _ => "the items",
    };

    private static int Line(Access access) => access.Node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>The name of the called method, or a short piece of code: never a literal.</summary>
    public static string Text(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Invoke" }, Parent: ConditionalAccessExpressionSyntax { Expression: var callback } } => callback.ToString(),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } => member.Name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax name } => name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => "the code",
    };
}
