using BatchMigrate.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Writes the pieces of a single call again: its client, its messages, what its await is configured with.</summary>
internal sealed class MessageWriter(CallSite site, SourceSlices slices, string lineBreak)
{
    private readonly SingleCall call = site.Call;
    private readonly InvocationExpressionSyntax invocation = (InvocationExpressionSyntax)site.Invocation.Syntax;

    /// <summary>The messages of one item, or its input to embed.</summary>
    public string Messages(string indent) => call.Shape switch
    {
        RequestShape.Value when call.Entry.Kind == CallKind.Embedding => Argument(call.Request, indent)!,
        RequestShape.Messages => Argument(call.Request, indent)!,
        RequestShape.ParamsMessages => Parameters(indent),
        RequestShape.Message => Collection(Argument(call.Request, indent)!),
        _ => Collection($"new global::Microsoft.Extensions.AI.ChatMessage(global::Microsoft.Extensions.AI.ChatRole.User, {Argument(call.Request, indent)})"),
    };

    /// <summary>The client.</summary>
    public string Receiver(string indent)
    {
        var receiver = site.ReceiverSyntax;
        var text = slices.Expression(receiver, indent, lineBreak);
        return receiver is CastExpressionSyntax or AwaitExpressionSyntax or BinaryExpressionSyntax ? $"({text})" : text;
    }

    /// <summary>What stands between the call and the end of its await: <c>.ConfigureAwait(false)</c>, as the user wrote it.</summary>
    public string Configured()
    {
        for (var current = invocation; current.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } member && member.Expression == current; current = outer)
        {
            if (member.Name.Identifier.ValueText == "ConfigureAwait")
            {
                return $".ConfigureAwait{outer.ArgumentList}";
            }
        }

        return string.Empty;
    }

    /// <summary>The argument for a parameter, as it is written.</summary>
    public string? Argument(IParameterSymbol? parameter, string indent) =>
        site.ArgumentSyntax(parameter) is { } expression ? slices.Expression(expression, indent, lineBreak) : null;

    private string Parameters(string indent)
    {
        var argument = site.Invocation.Arguments.First(a => a.Parameter?.Ordinal == call.Request!.Ordinal);
        if (argument.ArgumentKind == ArgumentKind.Explicit)
        {
            return Argument(call.Request, indent)!;
        }

        var elements = argument.Value is IArrayCreationOperation { Initializer: { } initializer }
            ? initializer.ElementValues.Select(static v => v.Syntax)
            : argument.Value is ICollectionExpressionOperation collection ? collection.Elements.Select(static e => e.Syntax) : [];
        return Collection(string.Join(", ", elements.Select(e => slices.Expression(e, indent, lineBreak))));
    }

    /// <summary>A list of messages. A prompt has become a message of which the compiler knows the type.</summary>
    public string Collection(string elements) =>
        ((CSharpParseOptions)invocation.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp12 ? $"[{elements}]"
            : call.MessageType is { } type ? $"new {TypeNames.Of(type)}[] {{ {elements} }}"
            : $"new[] {{ {elements} }}";
}
